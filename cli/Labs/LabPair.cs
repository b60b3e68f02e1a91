using System.Net;
using Harness.Cli.Local;
using Harness.Cli.Pairs;
using Harness.Features.Labs.Timelines;
using Harness.Features.Target.Templates;
using Harness.Lab.Operating;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;
using Harness.Protocol.Security;
using Harness.Reference.Outbox;
using Harness.Reference.Store.Sqlite;
using Harness.Reference.Testbed;

namespace Harness.Cli.Labs;

/// <summary>
/// The coordinators of a lab's two providers, in this process: each programs the routers of its own side and speaks to
/// the other over HTTPS. The first is a reference, the second another one or the simulated partner.
/// </summary>
internal sealed class LabPair : SidePair
{
    /// <summary>Name of the file with the portal's token in a directory that stays.</summary>
    public const string PortalTokenFile = "portal.token";

    private static readonly OutboxOptions Retries = new()
    {
        FirstRetry = TimeSpan.FromMilliseconds(50),
        LongestRetry = TimeSpan.FromSeconds(1),
    };

    private readonly LabWiring wiring;
    private readonly LabPairSetup setup;
    private readonly ProviderRouters routers;
    private readonly Dictionary<string, IPEndPoint> places = [];
    private readonly Dictionary<string, LocalCertificates> certificates = [];
    private readonly Dictionary<string, string> tokens = [];
    private readonly List<LabNetwork> networks = [];

    private LabPair(IRunningLab lab, LabWiring wiring, LabPairSetup setup, TimeProvider time)
        : base(time)
    {
        this.wiring = wiring;
        this.setup = setup;
        routers = new ProviderRouters(lab, RouterAbilities.Of(lab.Suitability), time);
    }

    /// <summary>What either does to the channels.</summary>
    public ChannelWatch Channels { get; } = new();

    /// <summary>What either has begun with its routers and not finished, and why it failed last.</summary>
    public IEnumerable<string> Unfinished => networks.SelectMany(network => network.Unfinished);

    /// <summary>Starts both.</summary>
    /// <param name="lab">The routers.</param>
    /// <param name="wiring">How they are wired.</param>
    /// <param name="setup">How they are started.</param>
    /// <param name="time">Real time.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="CannotRunException">One of them cannot be started.</exception>
    public static async Task<LabPair> StartAsync(
        IRunningLab lab, LabWiring wiring, LabPairSetup setup, TimeProvider time, CancellationToken cancellation)
    {
        var pair = new LabPair(lab, wiring, setup, time);
        try
        {
            await pair.StartAsync(cancellation);
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        var (first, second) = (wiring.Topology.Providers[0].Id, wiring.Topology.Providers[1].Id);
        foreach (var id in (string[])[first, second])
        {
            places[id] = id == first && setup.Listen is { } listen ? listen : FreePlace();
            certificates[id] = Own(LocalCertificates.Create($"Harness {id}", Time, $"{places[id].Address}"));
            tokens[id] = NewToken();
        }

        First = await ReferAsync(first, second, setup.Directory, cancellation);
        Second = setup.Simulated
            ? await LiveAsync(first, second, cancellation)
            : await ReferAsync(second, first, null, cancellation);
    }

    private async Task<Side> LiveAsync(string target, string id, CancellationToken cancellation)
    {
        var testbed = TestbedOf(id, target);
        return await LiveAsync(
            new LivingSetup(testbed, First, places[id], certificates[id], tokens[target])
            {
                Network = new LabPartnerNetwork(NetworkOf(testbed)),
                Seed = setup.Seed,
                ControlledClock = setup.ControlledClock,
            },
            cancellation);
    }

    private async Task<Side> ReferAsync(string id, string peer, string? directory, CancellationToken cancellation)
    {
        var testbed = TestbedOf(id, peer);
        var network = NetworkOf(testbed);
        var files = new PrivateFiles(directory ?? Own(new Removal(id)).Directory.FullName);
        var portal = NewToken();
        files.Write(PortalTokenFile, portal + "\n");
        var start = new LocalSetup(
            files, testbed, places[id], places[peer], SqliteDialect.Temporary(files.Directory, id))
        {
            Made = certificates[id],
            PeerAuthority = Own(certificates[peer].Authority()),
            ControlledClock = setup.ControlledClock,
            ClockStart = Now,
            Outbox = Retries,
            Tokens = Tokens(portal),
            Alter = options => setup.Alter(id)(options with { Network = network }),
        };
        var reference = OwnAsync(await LocalReference.StartAsync(start, Time, cancellation));
        return Reach(id, reference.BaseUrl, certificates[id], portal, tokens[peer], () => null);
    }

    private TestbedModel TestbedOf(string id, string peer) =>
        LabTestbed.Of(wiring.Topology, id, new Uri($"https://{places[peer]}/"));

    private LabNetwork NetworkOf(TestbedModel testbed)
    {
        var network = new LabNetwork(testbed.Provider.Id, wiring, testbed, routers, Channels, Time);
        networks.Add(network);
        return network;
    }

    private Dictionary<string, LocalToken> Tokens(string portal)
    {
        var made = tokens.ToDictionary(it => it.Key, it => new LocalToken(it.Value, SecretSource.Variable("NOT_SET")));
        made[TokenSet.PortalOwner] = new LocalToken(portal, SecretSource.File(PortalTokenFile));
        return made;
    }

    private sealed class Removal(string id) : IDisposable
    {
        public DirectoryInfo Directory { get; } = System.IO.Directory.CreateTempSubdirectory($"harness-{id}-");

        public void Dispose() => Directory.Delete(recursive: true);
    }
}
