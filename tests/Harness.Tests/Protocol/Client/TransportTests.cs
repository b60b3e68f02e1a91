using System.Security.Authentication;
using System.Text;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Security;
using NUnit.Framework;

namespace Harness.Tests.Protocol.Client;

/// <summary>Servers that misbehave, over real sockets: each call ends, and says what happened.</summary>
public sealed class TransportTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);
    private static readonly ServerTrust Machine = new ServerTrust.MachineAuthorities();

    [Test]
    public async Task A_port_without_a_listener_is_refused()
    {
        Uri gone;
        await using (var server = ScriptedServer.Start((_, _) => Task.CompletedTask))
            gone = server.Url;

        await AssertFaultAsync(gone, TransportFault.Refused, "refused");
    }

    [Test]
    public async Task A_host_without_an_address_is_named()
    {
        // ".invalid" never resolves (RFC 2606).
        await AssertFaultAsync(new Uri("http://nowhere.invalid"), TransportFault.NameNotFound, "nowhere.invalid");
    }

    [Test]
    public async Task A_silent_server_ends_at_the_deadline()
    {
        await using var server = ScriptedServer.Start(SilentAsync);

        await AssertFaultAsync(server.Url, TransportFault.Timeout, "0.2 s", deadline: Short);
    }

    [Test]
    public async Task A_server_that_stops_in_its_body_ends_at_the_deadline()
    {
        await using var server = ScriptedServer.Start(async (stream, stop) =>
        {
            await ScriptedServer.Reply("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{")(stream, stop);
            await SilentAsync(stream, stop);
        });

        await AssertFaultAsync(server.Url, TransportFault.Timeout, "0.2 s", deadline: Short);
    }

    [Test]
    public async Task An_endless_body_ends_at_the_limit()
    {
        await using var server = ScriptedServer.Start(async (stream, stop) =>
        {
            await ScriptedServer.Reply("HTTP/1.1 200 OK\r\n\r\n")(stream, stop);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', 10_000)), stop);
        });

        await AssertFaultAsync(server.Url, TransportFault.TooLarge, "at most 100000 bytes");
    }

    [Test]
    public async Task Garbage_is_called_so()
    {
        await using var server = ScriptedServer.Start(ScriptedServer.Reply("SSH-2.0-OpenSSH\r\n\r\n"));

        await AssertFaultAsync(server.Url, TransportFault.Garbage, "not HTTP");
    }

    [Test]
    public async Task A_connection_closed_without_an_answer_is_a_reset()
    {
        await using var server = ScriptedServer.Start(ScriptedServer.Reply(""));

        await AssertFaultAsync(server.Url, TransportFault.Reset, "closed");
    }

    [Test]
    public async Task A_body_cut_short_is_a_reset()
    {
        await using var server = ScriptedServer.Start(
            ScriptedServer.Reply("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"));

        await AssertFaultAsync(server.Url, TransportFault.Reset, "before the response was whole");
    }

    [Test]
    public async Task A_redirect_is_answered_and_not_followed()
    {
        var hits = 0;
        await using var server = ScriptedServer.Start((stream, stop) =>
        {
            hits++;
            return ScriptedServer.Reply(
                "HTTP/1.1 302 x\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")(stream, stop);
        });

        var response = await CallAsync(server.Url, Machine, Ample);

        Assert.That(response.Status, Is.EqualTo(302));
        Assert.That(response.Header("location"), Is.EqualTo("/"));
        Assert.That(hits, Is.EqualTo(1));
    }

    [Test]
    public async Task A_server_below_TLS_1_3_is_not_spoken_to()
    {
        using var certificates = LocalCertificates.Create("local", TimeProvider.System);
        using var authority = certificates.Authority();
        await using var server = ScriptedServer.StartTls(
            ScriptedServer.ReplyJson(200, "{}"), certificates.Server, SslProtocols.Tls12);

        await AssertFaultAsync(
            server.Url, TransportFault.Tls, "TLS", new ServerTrust.Authorities([authority]));
    }

    [Test]
    public async Task A_certificate_is_accepted_by_its_authority_or_its_fingerprint_only()
    {
        using var certificates = LocalCertificates.Create("local", TimeProvider.System);
        using var strangers = LocalCertificates.Create("strangers", TimeProvider.System);
        using var authority = certificates.Authority();
        using var other = strangers.Authority();
        await using var server = ScriptedServer.StartTls(
            ScriptedServer.ReplyJson(200, "{}"), certificates.Server);
        var print = ServerTrust.Fingerprint(certificates.Server);

        Assert.That((await CallAsync(server.Url, new ServerTrust.Authorities([authority]), Ample)).Status,
            Is.EqualTo(200));
        Assert.That((await CallAsync(server.Url, new ServerTrust.Pinned(print.ToLowerInvariant()), Ample)).Status,
            Is.EqualTo(200));
        await AssertFaultAsync(server.Url, TransportFault.Tls, "TLS", new ServerTrust.Authorities([other]));
        await AssertFaultAsync(server.Url, TransportFault.Tls, "TLS", new ServerTrust.Pinned(new string('0', 64)));
        await AssertFaultAsync(server.Url, TransportFault.Tls, "TLS");
    }

    [Test]
    public async Task A_certificate_for_another_host_is_not_accepted_by_its_authority()
    {
        using var certificates = LocalCertificates.Create("local", TimeProvider.System);
        using var authority = certificates.Authority();
        await using var server = ScriptedServer.StartTls(
            ScriptedServer.ReplyJson(200, "{}"), certificates.Server);

        // A loopback address like the server's, but one that the certificate does not name.
        var url = new UriBuilder(server.Url) { Host = "127.0.0.2" }.Uri;

        await AssertFaultAsync(url, TransportFault.Tls, "TLS", new ServerTrust.Authorities([authority]));
    }

    [Test]
    public async Task A_call_that_is_given_up_is_no_fault_of_the_server()
    {
        await using var server = ScriptedServer.Start(SilentAsync);
        using var handler = ClientHandlers.Create(Machine, NoAuthentication.Instance, Ample);
        using var http = new HttpMessageInvoker(handler);
        var client = Client(http, server.Url, Ample);
        using var giveUp = new CancellationTokenSource(Short);

        Assert.That(
            () => client.GetProviderAsync(new ProviderName("a"), giveUp.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static Task SilentAsync(Stream stream, CancellationToken stop) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);

    private static CoordinatorClient Client(HttpMessageInvoker http, Uri url, TimeSpan deadline) => new(
        http,
        new ClientOptions(url, NoAuthentication.Instance, TimeProvider.System)
        {
            Deadline = deadline,
            MaxResponseBytes = 100_000,
        });

    private static async Task<RawResponse> CallAsync(Uri url, ServerTrust trust, TimeSpan deadline)
    {
        using var handler = ClientHandlers.Create(trust, NoAuthentication.Instance, Ample);
        using var http = new HttpMessageInvoker(handler);
        return await Client(http, url, deadline).SendAsync(HttpMethod.Get, "providers");
    }

    private static async Task AssertFaultAsync(
        Uri url,
        TransportFault fault,
        string words,
        ServerTrust? trust = null,
        TimeSpan? deadline = null)
    {
        TransportException? thrown = null;
        try
        {
            await CallAsync(url, trust ?? Machine, deadline ?? Ample);
        }
        catch (TransportException caught)
        {
            thrown = caught;
        }

        Assert.That(thrown?.Fault, Is.EqualTo(fault), thrown?.Message);
        Assert.That(thrown!.Message, Does.Contain(words).And.Contain("GET http"));
    }
}
