using System.Security.Cryptography;
using Harness.Features.Target.Templates;
using Harness.Protocol.Client;
using Harness.Protocol.Security;
using Harness.Reference.Clock;
using Harness.Reference.Hosting;
using Harness.Reference.Security;
using Harness.Reference.Testbed;

namespace Harness.Cli.Local;

/// <summary>
/// A reference coordinator in this process, with tokens and certificates made for it, and a target file by which
/// it can be certified from here or from another process.
/// </summary>
internal sealed class LocalReference : IAsyncDisposable
{
    /// <summary>Name of the target file.</summary>
    public const string TargetFileName = "target.yaml";

    /// <summary>Name of the file with the authority of its certificate.</summary>
    public const string AuthorityFile = "ca.pem";

    private const string PartnerCertificateFile = "partner.pem";
    private const string PartnerKeyFile = "partner.key";
    private const string LogFile = "reference.log";

    // Long enough to be seen in a timeline, short beside the calls of a scenario.
    private static readonly TimeSpan NetworkDelay = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan PeerConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly Stack<IAsyncDisposable> owned = [];
    private readonly LocalSetup setup;

    private LocalReference(LocalSetup setup) => this.setup = setup;

    /// <summary>Root of its API.</summary>
    public Uri BaseUrl { get; private set; } = new("https://localhost");

    /// <summary>Path of its target file; null where nobody could certify it by one.</summary>
    public string? TargetPath { get; private set; }

    /// <summary>Starts it, and writes the files by which it can be reached.</summary>
    /// <exception cref="CannotRunException">It cannot listen, or the files cannot be written.</exception>
    /// <exception cref="TestbedException">The testbed does not meet a requirement.</exception>
    public static async Task<LocalReference> StartAsync(
        LocalSetup setup,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var reference = new LocalReference(setup);
        try
        {
            await reference.StartAsync(time, cancellation);
            return reference;
        }
        catch (IOException cause)
        {
            await reference.DisposeAsync();
            throw new CannotRunException(
                $"{setup.Listen}: expected an address to listen on, found: {cause.Message}; choose another one");
        }
        catch
        {
            await reference.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (owned.TryPop(out var item))
            await item.DisposeAsync();
    }

    private async Task StartAsync(TimeProvider time, CancellationToken cancellation)
    {
        var shared = SharedTestbed.Of(setup.Testbed);
        var tokens = TokenSet.Make(setup.Files, setup.Testbed, setup.Tokens);
        var log = Own(setup.Files.Log(LogFile));
        var own = setup.Made
            ?? OwnDisposable(LocalCertificates.Create("Harness reference", time, $"{setup.Listen.Address}"));
        var partner = OwnDisposable(LocalCertificates.Create("Harness partner", time, PartnerHosts(shared)));
        setup.Files.Write(AuthorityFile, own.AuthorityPem);
        setup.Files.Write(PartnerCertificateFile, partner.Server.ExportCertificatePem());
        setup.Files.Write(PartnerKeyFile, partner.ServerKeyPem);
        var options = new ReferenceOptions
        {
            Testbed = setup.Testbed,
            Store = setup.Store,
            Certificate = setup.Certificate ?? own.Server,
            Address = setup.Listen.Address,
            Port = setup.Listen.Port,
            Callers =
            [
                .. setup.Testbed.Peers.Select(
                    peer => new CallerCredential(BearerToken.Of(tokens.Of(peer.Id).Reveal()), [peer.Id])),
            ],
            PortalToken = BearerToken.Of(tokens.Portal.Reveal()),
            Clock = setup.ControlledClock
                ? new ControllableClock(setup.ClockStart ?? WholeSecond(time.GetUtcNow()))
                : time,
            TechnicalTime = time,
            PageTokenSecret = RandomNumberGenerator.GetBytes(32),
            NetworkDelay = NetworkDelay,
            Outbox = setup.Outbox,
            Negotiation = setup.Negotiation,
            Connect = Connect(partner, tokens.Of(setup.Testbed.Provider.Id).Reveal(), time),
            Log = log,
        };
        var host = Own(await ReferenceHost.StartAsync(setup.Alter(options), cancellation));
        BaseUrl = host.BaseUrl;
        if (shared is not null)
            WriteTarget(shared, tokens);
    }

    private Func<TestbedPeer, CoordinatorClient> Connect(LocalCertificates partner, string token, TimeProvider time)
    {
        var authentication = new BearerAuthentication(token);
        var trust = new ServerTrust.Authorities([setup.PeerAuthority ?? OwnDisposable(partner.Authority())]);
        var handler = OwnDisposable(ClientHandlers.Create(trust, authentication, PeerConnectTimeout));
        var http = OwnDisposable(new HttpMessageInvoker(handler, disposeHandler: false));
        return peer => new CoordinatorClient(http, new ClientOptions(peer.ApiUri!, authentication, time));
    }

    private string[] PartnerHosts(SharedTestbed? shared) =>
        [$"{setup.Partner.Address}", .. shared is null ? [] : (string[])[shared.PartnerUrl.DnsSafeHost]];

    private void WriteTarget(SharedTestbed shared, TokenSet tokens)
    {
        var testbed = setup.Testbed;
        var sha256 = setup.Certificate is { } certificate ? ServerTrust.Fingerprint(certificate) : null;
        setup.Files.Write(TargetFileName, ReferenceTarget.Yaml(new ReferenceTargetSettings(
            BaseUrl,
            sha256 is null ? AuthorityFile : null,
            sha256,
            testbed.Provider.Id,
            shared.Caller(shared.Partner, tokens),
            tokens.Portal.Source,
            $"{setup.Partner}",
            shared.PartnerUrl,
            shared.Settings,
            shared.Accounts)
        {
            Stranger = shared.Stranger is { } stranger ? shared.Caller(stranger, tokens) : null,
            InboundToken = tokens.Of(testbed.Provider.Id).Source,
            ControlledClock = setup.ControlledClock,
            KeyLifetime = testbed.KeyLifetime,
            NegotiationPatience = setup.Negotiation.Patience,
            PartnerCertificate = PartnerCertificateFile,
            PartnerKey = PartnerKeyFile,
            LogFile = LogFile,
            Version = Tool.Version,
        }));
        TargetPath = setup.Files.PathOf(TargetFileName);
    }

    private T Own<T>(T item)
        where T : IAsyncDisposable
    {
        owned.Push(item);
        return item;
    }

    private T OwnDisposable<T>(T item)
        where T : IDisposable
    {
        owned.Push(new Disposal(item));
        return item;
    }

    // A whole second is easier to read in a timeline, and no boundary hides behind its fraction.
    private static DateTimeOffset WholeSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(
        time.ToUnixTimeSeconds());
}
