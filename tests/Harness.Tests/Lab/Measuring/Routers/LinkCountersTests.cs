using Harness.Lab.Measuring.Routers;
using NUnit.Framework;

namespace Harness.Tests.Lab.Measuring.Routers;

public sealed class LinkCountersTests
{
    [Test]
    public void The_packets_of_both_directions_are_read()
    {
        var read = LinkCounters.Read(
            """
            [{"ifindex":9,"ifname":"c1v1100","flags":["UP"],"mtu":8500,
              "stats64":{"rx":{"bytes":400,"packets":4,"errors":0},"tx":{"bytes":900,"packets":7,"dropped":0}}}]
            """);

        Assert.Multiple(() =>
        {
            Assert.That(read, Is.EqualTo(new LinkCounters(4, 7)));
            Assert.That(read.Packets, Is.EqualTo(11));
        });
    }

    [TestCase("[]")]
    [TestCase("""[{"ifname":"c1v1100"}]""")]
    [TestCase("Device \"c1v1\" does not exist.")]
    public void What_tells_of_no_interface_is_refused(string said) =>
        Assert.That(() => LinkCounters.Read(said), Throws.TypeOf<RouterOutputException>());
}
