using Harness.Features.World;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class TlsRecordTests
{
    // version, random, no session, one cipher suite, one compression method
    private static readonly byte[] Body = [3, 3, .. new byte[32], 0, 0, 2, 0xc0, 0x2f, 1, 0];

    [Test]
    public void Without_the_extension_the_offer_is_the_version_of_the_hello() =>
        Assert.That(TlsRecord.HighestOffered(Hello(Body)), Is.EqualTo(0x0303));

    [Test]
    public void With_the_extension_the_offer_is_its_highest_version() => Assert.That(
        TlsRecord.HighestOffered(Hello([.. Body, 0, 13, 0, 0, 0, 0, 0, 43, 0, 5, 4, 3, 3, 3, 4])),
        Is.EqualTo(0x0304));

    [Test]
    public void Versions_that_are_there_to_be_ignored_do_not_count() => Assert.That(
        TlsRecord.HighestOffered(Hello([.. Body, 0, 9, 0, 43, 0, 5, 4, 0x7a, 0x7a, 3, 3])),
        Is.EqualTo(0x0303));

    [Test]
    public void What_is_no_client_hello_offers_nothing()
    {
        Assert.That(TlsRecord.HighestOffered([]), Is.Null);
        Assert.That(TlsRecord.HighestOffered("GET / HTTP/1.1"u8), Is.Null);
        Assert.That(TlsRecord.HighestOffered([22, 3, 3, 0, 4, 2, 0, 0, 0]), Is.Null);
    }

    [TestCase(70, "protocol_version")]
    [TestCase(40, "handshake_failure")]
    [TestCase(99, "alert 99")]
    public void Alerts_are_told_by_their_names(byte code, string expected) =>
        Assert.That(TlsRecord.Alert([21, 3, 3, 0, 2, 2, code]), Is.EqualTo(expected));

    [Test]
    public void A_server_hello_is_no_alert()
    {
        byte[] hello = [22, 3, 3, 0, 4, 2, 0, 0, 0];

        Assert.That(TlsRecord.IsServerHello(hello), Is.True);
        Assert.That(TlsRecord.Alert(hello), Is.Null);
    }

    private static byte[] Hello(byte[] body) =>
        [22, 3, 1, 0, (byte)(body.Length + 4), 1, 0, 0, (byte)body.Length, .. body];
}
