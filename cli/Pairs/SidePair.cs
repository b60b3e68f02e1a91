using System.Net;
using System.Security.Cryptography;
using Harness.Cli.Local;
using Harness.Features.Living;
using Harness.Protocol.Client;
using Harness.Protocol.Security;
using Harness.Simulator;

namespace Harness.Cli.Pairs;

/// <summary>Two coordinators, each the other's only peer, on a common clock.</summary>
/// <param name="time">Real time; the common clock begins there, at a whole second.</param>
internal abstract class SidePair(TimeProvider time) : IAsyncDisposable
{
    private const int TokenBytes = 24;

    private static readonly TimeSpan CallDeadline = TimeSpan.FromSeconds(10);

    private readonly Stack<IAsyncDisposable> owned = [];

    /// <summary>The provider whose customer usually creates.</summary>
    public Side First { get; protected set; } = null!;

    /// <summary>The other one.</summary>
    public Side Second { get; protected set; } = null!;

    public IReadOnlyList<Side> Both => [First, Second];

    /// <summary>Where both clocks are to stand.</summary>
    public DateTimeOffset Now { get; private set; } =
        DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Real time.</summary>
    protected TimeProvider Time => time;

    /// <summary>The other side.</summary>
    public Side Other(Side side) => side == First ? Second : First;

    /// <summary>Has both clocks stand later from now on; a side that is started again begins there.</summary>
    public void Advance(TimeSpan by) => Now += by;

    /// <summary>Stops both, and lets go of all that was made for them.</summary>
    public async ValueTask DisposeAsync()
    {
        while (owned.TryPop(out var item))
            await item.DisposeAsync();
    }

    /// <summary>Disposes of something with the pair, in the reverse order.</summary>
    protected T OwnAsync<T>(T item)
        where T : IAsyncDisposable
    {
        owned.Push(item);
        return item;
    }

    /// <summary>Disposes of something with the pair, in the reverse order.</summary>
    protected T Own<T>(T item)
        where T : IDisposable
    {
        owned.Push(new Disposal(item));
        return item;
    }

    /// <summary>Where a coordinator is going to listen, which the other one has to know before.</summary>
    protected static IPEndPoint FreePlace() => new(IPAddress.Loopback, FreePort.Find(IPAddress.Loopback));

    /// <summary>A token that nobody else has. A secret (SEC-05).</summary>
    protected static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>Gets ready to act at a side's portal and to read its API as the other one.</summary>
    /// <param name="id">Provider id.</param>
    /// <param name="baseUrl">Root of its API.</param>
    /// <param name="certificates">Its own.</param>
    /// <param name="portal">The portal's token. A secret (SEC-05).</param>
    /// <param name="peer">The other one's token. A secret (SEC-05).</param>
    /// <param name="fault">Why the side cannot be had any more; null while it can.</param>
    protected Side Reach(
        string id, Uri baseUrl, LocalCertificates certificates, string portal, string peer, Func<string?> fault)
    {
        var handler = Handler(certificates);
        return new Side(
            id, new HttpPortal(Own(HttpPortal.Client(handler, portal)), baseUrl), Read(handler, baseUrl, peer), fault);
    }

    /// <summary>Starts the simulated partner as a side that acts as well as answers; it stops with the pair.</summary>
    /// <exception cref="IOException">Its address is not to be had.</exception>
    protected async Task<Side> LiveAsync(LivingSetup setup, CancellationToken cancellation)
    {
        var clock = setup.ControlledClock ? new SteppedClock(Now) : null;
        var certificate = setup.Certificates.Server;
        var options = SimulatedTestbed.Options(setup.Testbed, setup.Target.Id, certificate, clock ?? Time) with
        {
            Address = setup.Address.Address,
            Port = setup.Address.Port,
            InboundToken = setup.Token,
        };
        var partner = OwnAsync(await Partner.StartAsync(options, cancellation));
        SimulatedTestbed.Put(partner, setup.Testbed);
        setup.Bend(partner);
        var living = OwnAsync(new LivingPartner(partner, setup.Target.Api, setup.Network, setup.Seed, Time));
        return new Side(
            setup.Testbed.Provider.Id,
            new LivingPortal(living, clock),
            Read(Handler(setup.Certificates), partner.BaseUrl, setup.Token),
            () => living.Fault);
    }

    /// <summary>Calls a side at all: what it is trusted by.</summary>
    protected HttpMessageHandler Handler(LocalCertificates certificates) => Own(ClientHandlers.Create(
        new ServerTrust.Authorities([Own(certificates.Authority())]), NoAuthentication.Instance, CallDeadline));

    /// <summary>The API of a side as the other one calls it.</summary>
    /// <param name="handler">From <see cref="Handler"/>.</param>
    /// <param name="baseUrl">Root of its API.</param>
    /// <param name="peer">The other one's token. A secret (SEC-05).</param>
    protected CoordinatorClient Read(HttpMessageHandler handler, Uri baseUrl, string peer) => new(
        Own(new HttpMessageInvoker(handler, disposeHandler: false)),
        new ClientOptions(baseUrl, new BearerAuthentication(peer), time));
}
