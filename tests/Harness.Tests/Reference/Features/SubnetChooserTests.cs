using System.Net;
using Harness.Reference.Features;
using NUnit.Framework;

namespace Harness.Tests.Reference.Features;

[TestFixture]
public sealed class SubnetChooserTests
{
    private static readonly IpSubnet Pool = Subnet("10.0.0.0/28");

    [TestCase("10.0.0.0/30", "")]
    [TestCase("10.0.0.4/30", "10.0.0.0/30")]
    [TestCase("10.0.0.8/30", "10.0.0.0/29")]
    [TestCase("10.0.0.8/30", "10.0.0.4/32 10.0.0.3/32")]
    [TestCase("10.0.0.4/30", "10.0.0.8/29 10.0.0.2/32")]
    [TestCase("10.0.0.12/30", "10.0.0.0/30 10.0.0.4/30 10.0.0.8/30")]
    public void The_first_gap_that_is_large_enough_is_chosen(string expected, string taken) =>
        Assert.That(Choose(Pool.First, taken)?.ToString(), Is.EqualTo(expected));

    [Test]
    public void A_full_pool_has_no_gap() => Assert.That(Choose(Pool.First, "10.0.0.0/28"), Is.Null);

    [Test]
    public void The_search_begins_where_it_is_told_and_stays_in_the_pool()
    {
        Assert.That(Choose(Pool.First + 9, "")?.ToString(), Is.EqualTo("10.0.0.12/30"));
        Assert.That(Choose(Pool.First + 13, ""), Is.Null);
    }

    private static IpSubnet? Choose(UInt128 from, string taken) => SubnetChooser.Choose(
        Pool,
        30,
        from,
        taken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Subnet).Select(part => (part.First, part.Last)));

    private static IpSubnet Subnet(string text) => IpSubnet.Of(IPNetwork.Parse(text));
}
