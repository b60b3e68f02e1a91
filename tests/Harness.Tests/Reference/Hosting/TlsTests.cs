using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Harness.Protocol.Security;
using Harness.Reference.Clock;
using Harness.Reference.Hosting;
using NUnit.Framework;

namespace Harness.Tests.Reference.Hosting;

/// <summary>The coordinator over real sockets (SEC-01).</summary>
public sealed class TlsTests
{
    private LocalCertificates certificates = null!;
    private CollectedLog log = null!;
    private ReferenceHost host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        certificates = LocalCertificates.Create("aurora", TimeProvider.System);
        log = new CollectedLog();
        host = await ReferenceHost.StartAsync(Options(0), CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        await log.DisposeAsync();
        certificates.Dispose();
    }

    [Test]
    public async Task TLS_13_is_spoken()
    {
        Assert.That(await HandshakeAsync(SslProtocols.Tls13), Is.EqualTo(SslProtocols.Tls13));
    }

    [Test]
    public void TLS_12_is_refused()
    {
        Assert.That(
            async () => await HandshakeAsync(SslProtocols.Tls12),
            Throws.InstanceOf<AuthenticationException>().Or.InstanceOf<IOException>());
    }

    [TestCase("1.1")]
    [TestCase("2.0")]
    public async Task Both_versions_of_HTTP_are_served(string version)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.BaseUrl, "/providers/borealis"))
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Authorization = new("Bearer", TestReference.BorealisToken);

        using var response = await client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.Server, Is.Empty);
    }

    [Test]
    public async Task Plain_HTTP_gets_no_answer_of_the_API()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.BaseUrl.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync("GET /providers HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(stream);

        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(15));

        Assert.That(answer, Does.Not.Contain("200 OK"));
    }

    [Test]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestReference.BorealisToken);
        var url = new Uri(host.BaseUrl, "/providers/borealis/issues?issueId=i1");
        using var body = Answers.Body($$"""{"title":"t","body":"{{new string('x', 300_000)}}"}""");

        await client.PostAsync(url, body).RefusedAsync(413);
    }

    [Test]
    public void A_port_in_use_is_a_fault_of_the_start_and_leaves_nothing_behind()
    {
        Assert.That(
            async () => await ReferenceHost.StartAsync(Options(host.BaseUrl.Port), CancellationToken.None),
            Throws.InstanceOf<IOException>());
    }

    [Test]
    public void No_server_starts_without_a_certificate()
    {
        Assert.That(
            async () => await ReferenceHost.StartAsync(
                Options(0) with { Certificate = null }, CancellationToken.None),
            Throws.ArgumentException.With.Message.Contains("certificate"));
    }

    private ReferenceOptions Options(int port) =>
        TestReference.Options(new ControllableClock(TestReference.Start), log, null) with
        {
            Certificate = certificates.Server,
            Port = port,
        };

    private HttpClient Client() => new(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, found, _, _) => IsOurs(found) },
    });

    private async Task<SslProtocols> HandshakeAsync(SslProtocols protocols)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.BaseUrl.Port);
        await using var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            EnabledSslProtocols = protocols,
            RemoteCertificateValidationCallback = (_, found, _, _) => IsOurs(found),
        });
        return tls.SslProtocol;
    }

    private bool IsOurs(X509Certificate? found) =>
        found is not null && found.GetCertHashString() == certificates.Server.GetCertHashString();
}
