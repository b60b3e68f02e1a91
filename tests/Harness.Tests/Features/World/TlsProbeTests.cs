using System.Security.Authentication;
using Harness.Certification.Verdicts;
using Harness.Features.World;
using Harness.Protocol.Security;
using Harness.Tests.Protocol.Client;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class TlsProbeTests
{
    private static readonly TlsProbe Probe = new(TimeSpan.FromSeconds(10), TimeProvider.System);

    [Test]
    public async Task A_server_that_speaks_tls_1_2_is_found_to_speak_it()
    {
        var seen = await Try(SslProtocols.Tls12 | SslProtocols.Tls13, SslProtocols.Tls12);

        Assert.That(seen, Is.InstanceOf<Handshake.Spoken>().With.Property("CarriedThrough").True);
    }

    [Test]
    public async Task A_server_of_tls_1_3_alone_refuses_tls_1_2()
    {
        var seen = await Try(SslProtocols.Tls13, SslProtocols.Tls12);

        Assert.That(seen, Is.InstanceOf<Handshake.Refused>());
        Assert.That(seen.Words, Does.Contain("protocol_version"));
    }

    [Test]
    public async Task A_server_of_tls_1_3_speaks_tls_1_3()
    {
        var seen = await Try(SslProtocols.Tls13, SslProtocols.Tls13);

        Assert.That(seen, Is.InstanceOf<Handshake.Spoken>().With.Property("CarriedThrough").True);
    }

    [Test]
    public async Task A_server_of_tls_1_2_alone_refuses_tls_1_3()
    {
        var seen = await Try(SslProtocols.Tls12, SslProtocols.Tls13);

        Assert.That(seen, Is.InstanceOf<Handshake.Refused>());
    }

    [Test]
    public async Task A_server_that_answers_tls_1_2_and_then_hangs_up_speaks_it_nevertheless()
    {
        byte[] serverHello = [22, 3, 3, 0, 4, 2, 0, 0, 0];
        await using var server = ScriptedServer.Start(async (stream, stop) =>
        {
            await ReadSomething(stream, stop);
            await stream.WriteAsync(serverHello, stop);
        });

        var seen = await Probe.Try(server.Url, SslProtocols.Tls12, CancellationToken.None);

        Assert.That(seen, Is.InstanceOf<Handshake.Spoken>().With.Property("CarriedThrough").False);
    }

    [Test]
    public async Task A_server_that_is_silent_is_left_at_the_deadline()
    {
        await using var server = ScriptedServer.Start(
            (_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop));
        var impatient = new TlsProbe(TimeSpan.FromMilliseconds(200), TimeProvider.System);

        var seen = await impatient.Try(server.Url, SslProtocols.Tls12, CancellationToken.None);

        Assert.That(seen, Is.EqualTo(new Handshake.Refused("no answer in time")));
    }

    [Test]
    public async Task A_server_that_speaks_something_else_does_not_speak_tls()
    {
        await using var server = ScriptedServer.Start(async (stream, stop) =>
        {
            await ReadSomething(stream, stop);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop);
        });

        var seen = await Probe.Try(server.Url, SslProtocols.Tls12, CancellationToken.None);

        Assert.That(seen, Is.EqualTo(new Handshake.Refused("something that is not TLS")));
    }

    [Test]
    public async Task Where_nobody_listens_the_target_is_to_blame()
    {
        Uri url;
        await using (var server = ScriptedServer.Start((_, _) => Task.CompletedTask))
            url = server.Url;

        Assert.That(
            () => Probe.Try(url, SslProtocols.Tls13, CancellationToken.None),
            Throws.InstanceOf<BlameException>().With.Property("Blame").EqualTo(Blame.Target));
    }

    private static async Task<Handshake> Try(SslProtocols served, SslProtocols asked)
    {
        using var certificates = LocalCertificates.Create("probe", TimeProvider.System);
        await using var server = ScriptedServer.StartTls(
            (stream, stop) => ReadSomething(stream, stop),
            certificates.Server,
            served);
        return await Probe.Try(server.Url, asked, CancellationToken.None);
    }

    private static async Task ReadSomething(Stream stream, CancellationToken stop)
    {
        var buffer = new byte[4096];
        _ = await stream.ReadAsync(buffer, stop);
    }
}
