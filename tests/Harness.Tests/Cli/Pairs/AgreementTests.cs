using Harness.Cli.Pairs;
using NUnit.Framework;

namespace Harness.Tests.Cli.Pairs;

public sealed class AgreementTests
{
    private static readonly string[] Whole =
    [
        "env-1/ix1/u 100 Mbps Verified",
        "env-1/ix1/u ch1 L3BaseConfig { vlan 1025, 169.254.1.0/30, mtu 9001 } Final",
        "env-1/ix1/u ch2 L3BaseConfig { vlan 1025, 169.254.1.0/30, mtu 9001 } Final",
    ];

    [Test]
    public void The_same_lines_agree() => Assert.That(Agreement.Difference(Whole, [.. Whole]), Is.Null);

    [Test]
    public void A_line_that_one_side_lacks_is_named()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Agreement.Difference(Whole, Whole[..2]), Is.EqualTo($"only the first one shows {Whole[2]}"));
            Assert.That(Agreement.Difference(Whole[..2], Whole), Is.EqualTo($"only the second one shows {Whole[2]}"));
        });
    }

    [Test]
    public void Lines_that_differ_are_both_named()
    {
        var other = Whole[0].Replace("Verified", "Unverified", StringComparison.Ordinal);

        Assert.That(
            Agreement.Difference(Whole, [other, Whole[1], Whole[2]]),
            Is.EqualTo($"the first one shows {Whole[0]}, the second one {other}"));
    }

    [Test]
    public void A_connection_in_service_in_full_is_complete() =>
        Assert.That(Agreement.Incomplete(Whole, 100, "ix1", _ => 2), Is.Null);

    [TestCase(200, null, 2, "env-1/ix1/u 100 Mbps Verified")]
    [TestCase(100, "ix2", 2, "it is on ix1")]
    [TestCase(100, null, 4, "2 of 4 features are FINAL")]
    public void What_a_connection_lacks_is_told(int mbps, string? interconnect, int channels, string expected) =>
        Assert.That(Agreement.Incomplete(Whole, mbps, interconnect, _ => channels), Is.EqualTo(expected));

    [Test]
    public void A_connection_on_two_interconnects_is_not_complete_and_neither_is_none()
    {
        string[] two = [.. Whole, "env-1/ix2/u 100 Mbps Verified"];

        Assert.Multiple(() =>
        {
            Assert.That(
                Agreement.Incomplete(two, 100, null, _ => 2),
                Is.EqualTo("it is env-1/ix1/u 100 Mbps Verified and env-1/ix2/u 100 Mbps Verified"));
            Assert.That(Agreement.Incomplete([], 100, null, _ => 2), Is.EqualTo("it is on no interconnect"));
        });
    }
}
