using System.Net.Sockets;
using Harness.Reference.Features;
using NUnit.Framework;

namespace Harness.Tests.Reference.Features;

[TestFixture]
public sealed class IpSubnetTests
{
    [TestCase("0.0.0.0", 0, "0.0.0.0", "255.255.255.255")]
    [TestCase("10.1.2.3", 32, "10.1.2.3", "10.1.2.3")]
    [TestCase("10.1.2.0", 31, "10.1.2.0", "10.1.2.1")]
    [TestCase("::", 0, "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [TestCase("fd00::1", 128, "fd00::1", "fd00::1")]
    [TestCase("fd00::", 64, "fd00::", "fd00::ffff:ffff:ffff:ffff")]
    public void A_subnet_reaches_from_its_first_to_its_last_address(string text, int length, string first, string last)
    {
        var subnet = Parse(text, length);

        Assert.That(subnet.First, Is.EqualTo(Parse(first, subnet.Bits).First));
        Assert.That(subnet.Last, Is.EqualTo(Parse(last, subnet.Bits).Last));
        Assert.That(subnet.IsMasked);
        Assert.That(subnet.ToString(), Is.EqualTo($"{text}/{length}"));
    }

    [TestCase("10.0.0.0", 30, "10.0.0.3", 32, true)]
    [TestCase("10.0.0.0", 30, "10.0.0.4", 32, false)]
    [TestCase("10.0.0.4", 30, "10.0.0.0", 29, true)]
    [TestCase("fd00::", 64, "fd00:0:0:1::", 64, false)]
    [TestCase("0.0.0.0", 0, "::", 0, false)]
    public void Subnets_overlap_where_they_share_an_address(string one, int length, string other, int otherLength,
        bool overlap)
    {
        Assert.That(Parse(one, length).Overlaps(Parse(other, otherLength)), Is.EqualTo(overlap));
        Assert.That(Parse(other, otherLength).Overlaps(Parse(one, length)), Is.EqualTo(overlap));
    }

    [Test]
    public void Text_order_in_the_store_is_numeric_order() =>
        Assert.That(
            string.CompareOrdinal(Parse("fd00::9", 128).FirstAsHex, Parse("fd00::a", 128).FirstAsHex), Is.LessThan(0));

    private static IpSubnet Parse(string text, int length)
    {
        var family = text.Contains(':') ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        Assert.That(IpSubnet.TryParse(family, text, length, out var subnet), $"{text}/{length}");
        return subnet;
    }
}
