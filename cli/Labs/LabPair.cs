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

namespace Harness.Cli.Labs;

/// <summary>
/// The coordinators of a lab's two providers, in this process: each programs the routers of its own side and speaks to
/// the other over HTTPS.
/// </summary>
internal sealed class LabPair : SidePair
{
    private static readonly OutboxOptions Retries = new()
    {
        FirstRetry = TimeSpan.FromMilliseconds(50),
        LongestRetry = TimeSpan.FromSeconds(1),
    };

    private readonly List<LabNetwork> networks = [];

    private LabPair(TimeProvider time)
        : base(time)
    {
    }

    /// <summary>What either does to the channels.</summary>
    public ChannelWatch Channels { get; } = new();

    /// <summary>What either has begun with its routers and not finished, and why it failed last.</summary>
    public IEnumerable<string> Unfinished => networks.SelectMany(network => network.Unfinished);

    /// <summary>Starts both.</summary>
    /// <param name="lab">The routers.</param>
    /// <param name="wiring">How they are wired.</param>
    /// <param name="alter">Breaks a coordinator, for a self-test; by the id of its provider.</param>
    /// <param name="time">Real time.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="CannotRunException">One of them cannot be started.</exception>
    public static async Task<LabPair> StartAsync(
        IRunningLab lab,
        LabWiring wiring,
        Func<string, Alteration> alter,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var pair = new LabPair(time);
        try
        {
            await pair.StartAsync(lab, wiring, alter, cancellation);
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    private async Task StartAsync(
        IRunningLab lab, LabWiring wiring, Func<string, Alteration> alter, CancellationToken cancellation)
    {
        var routers = new ProviderRouters(lab, RouterAbilities.Of(lab.Suitability), Time);
        string[] ids = [.. wiring.Topology.Providers.Select(provider => provider.Id)];
        var places = ids.ToDictionary(id => id, _ => FreePlace());
        var certificates = ids.ToDictionary(id => id, id => Own(LocalCertificates.Create($"Harness {id}", Time)));
        var tokens = ids.ToDictionary(id => id, _ => NewToken());
        foreach (var (id, peer) in ids.Zip(ids.Reverse()))
        {
            var testbed = LabTestbed.Of(wiring.Topology, id, new Uri($"https://{places[peer]}/"));
            var network = new LabNetwork(id, wiring, testbed, routers, Channels, Time);
            networks.Add(network);
            var directory = Directory.CreateTempSubdirectory($"harness-{id}-");
            Own(new Removal(directory));
            var portal = NewToken();
            var setup = new LocalSetup(
                new PrivateFiles(directory.FullName),
                testbed,
                places[id],
                places[peer],
                SqliteDialect.Temporary(directory.FullName, id))
            {
                Certificate = certificates[id].Server,
                PeerAuthority = Own(certificates[peer].Authority()),
                ClockStart = Now,
                Outbox = Retries,
                Tokens = Tokens(tokens, portal),
                Alter = options => alter(id)(options with { Network = network }),
            };
            var reference = OwnAsync(await LocalReference.StartAsync(setup, Time, cancellation));
            var side = Reach(id, reference.BaseUrl, certificates[id], portal, tokens[peer], () => null);
            if (id == ids[0])
                First = side;
            else
                Second = side;
        }
    }

    private static Dictionary<string, LocalToken> Tokens(Dictionary<string, string> tokens, string portal)
    {
        var made = tokens.ToDictionary(it => it.Key, it => new LocalToken(it.Value, SecretSource.Variable("NOT_SET")));
        made[TokenSet.PortalOwner] = new LocalToken(portal, SecretSource.Variable("NOT_SET"));
        return made;
    }

    private sealed class Removal(DirectoryInfo directory) : IDisposable
    {
        public void Dispose() => directory.Delete(recursive: true);
    }
}
