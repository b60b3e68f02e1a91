using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Harness.Certification.Text;
using Harness.Cli.Life;
using Harness.Cli.Showing;
using Harness.Reference.Outbox;
using Harness.Reference.Store.Sqlite;
using Harness.Reference.Testbed;

namespace Harness.Cli.Local;

/// <summary>Runs the reference alone until it is stopped.</summary>
internal static class Serving
{
    /// <summary>How the line begins that says that it listens.</summary>
    public const string ReadyLine = "The reference coordinator listens on";

    /// <summary>Where it listens when nothing else is said.</summary>
    public const int DefaultPort = 8443;

    private const int DefaultEnvironments = 5;
    private const string Memory = "memory";

    private const int MostRetry = 60;
    private const int DefaultPartnerPort = 8444;

    /// <summary>Starts it, says how to certify it, and stops it gracefully when asked to.</summary>
    /// <exception cref="CannotRunException">Something that was given cannot be worked with.</exception>
    /// <exception cref="TestbedException">The testbed does not meet a requirement.</exception>
    public static async Task<int> RunAsync(ServeRequest request, Surroundings surroundings, CancellationToken stop)
    {
        var listen = EndPoint("--listen", request.Listen, DefaultPort);
        var partner = EndPoint("--partner", request.Partner, DefaultPartnerPort);
        var testbed = Testbed(request, partner);
        if (request.Partner is null && SharedTestbed.Of(testbed) is { } shared)
            partner.Port = shared.PartnerUrl.Port;
        var tokens = Tokens(request, testbed, surroundings);
        using var certificate = Certificate(request);
        using var authority = Authority(request);
        var files = new PrivateFiles(request.Directory);
        await using var reference = await LocalReference.StartAsync(
            new LocalSetup(files, testbed, listen, partner, Store(request, files))
            {
                Certificate = certificate,
                PeerAuthority = authority,
                ControlledClock = request.ControlledClock,
                ClockStart = ClockStart(request),
                Outbox = new OutboxOptions { LongestRetry = TimeSpan.FromSeconds(request.LongestRetry ?? MostRetry) },
                Alter = request.CrashBook is { } book ? CrashOnce.By(new CrashBook(book)) : options => options,
                Tokens = tokens,
            },
            surroundings.Time,
            stop);
        await TellAsync(surroundings.Output, reference, files);
        await StopSignals.AskedAsync(surroundings, request.UntilInputEnds, stop);
        await surroundings.Output.WriteLineAsync("Stopping");
        return ExitCode.Certified;
    }

    private static async Task TellAsync(TextWriter output, LocalReference reference, PrivateFiles files)
    {
        await output.WriteLineAsync($"{ReadyLine} {reference.BaseUrl}");
        await output.WriteLineAsync($"Tokens, certificates and log: {Paths.Shown(files.Directory)}");
        await output.WriteLineAsync(reference.TargetPath is { } target
            ? $"Certify it with: harness certify --target {Paths.Shown(target)}"
            : "Its testbed has no peer with an API address and a customer: nobody can certify it");
        await output.WriteLineAsync("Stop it with Ctrl-C");
    }

    private static TestbedModel Testbed(ServeRequest request, IPEndPoint partner)
    {
        if (request.Testbed is null)
            return DefaultTestbed.Create(request.Environments ?? DefaultEnvironments, new Uri($"https://{partner}/"));
        return request.Environments is null
            ? TestbedFile.Load(request.Testbed)
            : throw new CannotRunException("--environments: expected the default testbed, found --testbed; give one");
    }

    /// <summary>Reads an address and a port.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="text">What was typed; null for this machine.</param>
    /// <param name="absent">The port then.</param>
    /// <exception cref="CannotRunException">It is none.</exception>
    public static IPEndPoint EndPoint(string option, string? text, int absent)
    {
        if (text is null)
            return new IPEndPoint(IPAddress.Loopback, absent);
        var local = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase)
            ? $"127.0.0.1:{text["localhost:".Length..]}"
            : text;
        return local.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(local, out var found)
            ? found
            : throw new CannotRunException(
                $"{option}: expected an address and a port such as 127.0.0.1:8443, found {text}");
    }

    private static SqliteDialect Store(ServeRequest request, PrivateFiles files) => request.Store switch
    {
        null or Memory => SqliteDialect.Temporary(files.Directory, "reference-of-this-start"),
        var path => SqliteDialect.File(path),
    };

    private static X509Certificate2? Certificate(ServeRequest request)
    {
        if ((request.Certificate, request.Key) is (null, null))
            return null;
        if (request.Certificate is null || request.Key is null)
            throw new CannotRunException("--certificate, --key: expected both or neither, found one");
        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(request.Certificate, request.Key);
            // Not every platform's TLS takes a key straight from PEM: the round trip makes it its own.
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CannotRunException(
                $"--certificate, --key: expected a certificate and its private key in PEM, found: {cause.Message}");
        }
    }

    private static X509Certificate2? Authority(ServeRequest request)
    {
        if (request.PeerAuthority is null)
            return null;
        try
        {
            return X509Certificate2.CreateFromPem(File.ReadAllText(request.PeerAuthority));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CannotRunException($"--peer-ca: expected a certificate in PEM, found: {cause.Message}");
        }
    }

    private static DateTimeOffset? ClockStart(ServeRequest request)
    {
        if (request.ClockStart is null)
            return null;
        if (!request.ControlledClock)
            throw new CannotRunException("--clock-start: expected a controlled clock, found --clock real; give one");
        return DateTimeOffset.TryParse(
            request.ClockStart, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : throw new CannotRunException(
                $"--clock-start: expected a time such as 2030-01-31T12:00:00Z, found {request.ClockStart}");
    }

    private static Dictionary<string, LocalToken> Tokens(
        ServeRequest request,
        TestbedModel testbed,
        Surroundings surroundings)
    {
        var owners = testbed.Peers.Select(peer => peer.Id).Prepend(testbed.Provider.Id).ToList();
        var tokens = new Dictionary<string, LocalToken>();
        foreach (var text in request.Tokens)
        {
            if (text.Split('=', 2) is not [var owner, var source])
                throw new CannotRunException("--token: expected PROVIDER=env:NAME or PROVIDER=file:PATH");
            if (!owners.Contains(owner))
                throw new CannotRunException(
                    $"--token: expected a provider of the testbed, found {owner}{Nearest.Hint(owner, owners)}");
            tokens[owner] = LocalToken.From("--token", source, surroundings);
        }

        if (request.PortalToken is { } portal)
            tokens[TokenSet.PortalOwner] = LocalToken.From("--portal-token", portal, surroundings);
        return tokens;
    }
}
