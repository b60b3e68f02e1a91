using System.Net;
using System.Security.Cryptography;
using Harness.Cli.Local;
using Harness.Cli.Pairs;
using Harness.Features.Target.Templates;
using Harness.Lab.Operating;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;
using Harness.Protocol.Client;
using Harness.Protocol.Security;
using Harness.Reference.Outbox;
using Harness.Reference.Store.Sqlite;

namespace Harness.Cli.Labs;

/// <summary>
/// The coordinators of a lab's two providers, in this process: each programs the routers of its own side and speaks to
/// the other over HTTPS.
/// </summary>
internal sealed class LabPair : SidePair, IAsyncDisposable
{
    private const int TokenBytes = 24;

    private static readonly TimeSpan CallDeadline = TimeSpan.FromSeconds(10);

    private static readonly OutboxOptions Retries = new()
    {
        FirstRetry = TimeSpan.FromMilliseconds(50),
        LongestRetry = TimeSpan.FromSeconds(1),
    };

    private readonly Stack<IAsyncDisposable> owned = [];
    private readonly TimeProvider time;

    private LabPair(TimeProvider time)
        : base(DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds())) => this.time = time;

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

    public async ValueTask DisposeAsync()
    {
        while (owned.TryPop(out var item))
            await item.DisposeAsync();
    }

    private async Task StartAsync(
        IRunningLab lab, LabWiring wiring, Func<string, Alteration> alter, CancellationToken cancellation)
    {
        var routers = new ProviderRouters(lab, RouterAbilities.Of(lab.Suitability), time);
        string[] ids = [.. wiring.Topology.Providers.Select(provider => provider.Id)];
        var places = ids.ToDictionary(
            id => id, _ => new IPEndPoint(IPAddress.Loopback, FreePort.Find(IPAddress.Loopback)));
        var certificates = ids.ToDictionary(id => id, id => Own(LocalCertificates.Create($"Harness {id}", time)));
        var tokens = ids.ToDictionary(id => id, _ => NewToken());
        foreach (var (id, peer) in ids.Zip(ids.Reverse()))
        {
            var testbed = LabTestbed.Of(wiring.Topology, id, new Uri($"https://{places[peer]}/"));
            var network = new LabNetwork(id, wiring, testbed, routers, time);
            var directory = Directory.CreateTempSubdirectory($"harness-{id}-");
            owned.Push(new Disposal(new Removal(directory)));
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
            var reference = await LocalReference.StartAsync(setup, time, cancellation);
            owned.Push(reference);
            var side = Reach(id, reference.BaseUrl, certificates[id], portal, tokens[peer]);
            if (id == ids[0])
                First = side;
            else
                Second = side;
        }
    }

    private Side Reach(string id, Uri baseUrl, LocalCertificates certificates, string portal, string token)
    {
        var trust = new ServerTrust.Authorities([Own(certificates.Authority())]);
        var handler = Own(ClientHandlers.Create(trust, NoAuthentication.Instance, CallDeadline));
        var invoker = Own(new HttpMessageInvoker(handler, disposeHandler: false));
        var options = new ClientOptions(baseUrl, new BearerAuthentication(token), time);
        return new Side(
            id, Own(Side.Portal(handler, portal)), baseUrl, new CoordinatorClient(invoker, options), () => null);
    }

    private static Dictionary<string, LocalToken> Tokens(Dictionary<string, string> tokens, string portal)
    {
        var made = tokens.ToDictionary(it => it.Key, it => new LocalToken(it.Value, SecretSource.Variable("NOT_SET")));
        made[TokenSet.PortalOwner] = new LocalToken(portal, SecretSource.Variable("NOT_SET"));
        return made;
    }

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    private T Own<T>(T item)
        where T : IDisposable
    {
        owned.Push(new Disposal(item));
        return item;
    }

    private sealed class Removal(DirectoryInfo directory) : IDisposable
    {
        public void Dispose() => directory.Delete(recursive: true);
    }
}
