using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Simulator.Journaling;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class SentTests
{
    [Test]
    public void Fields_are_read_from_what_the_target_sent()
    {
        var call = Call("""{"bandwidthMbps": 50, "ckn": "0a"}""");

        Assert.That(Sent.Number(call, "bandwidthMbps"), Is.EqualTo(50));
        Assert.That(Sent.Text(call, "ckn"), Is.EqualTo("0a"));
        Assert.That(Sent.Text(call, "cak"), Is.Null);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    public void A_body_that_is_no_object_fails_the_check(string? body) =>
        Assert.That(() => Sent.Body(Call(body)), Throws.TypeOf<CheckFailedException>());

    private static JournalEntry Call(string? body) => new(
        1, null, default, default, JournalDirection.FromTarget, "POST", "/", null, null, new JournalMessage([], body));
}
