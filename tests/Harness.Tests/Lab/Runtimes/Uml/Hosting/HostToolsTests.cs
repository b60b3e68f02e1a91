using Harness.Lab.Runtimes.Uml.Hosting;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes.Uml.Hosting;

public sealed class HostToolsTests
{
    [Test]
    public void With_every_tool_there_the_runtime_is_usable()
    {
        var suitability = HostTools.Probe(_ => true);

        Assert.Multiple(() =>
        {
            Assert.That(suitability.Usable);
            Assert.That(suitability.Lacks, Is.Empty);
        });
    }

    [TestCase("/usr/bin/linux.uml", "apt-get install user-mode-linux")]
    [TestCase("/usr/lib/frr/bgpd", "apt-get install frr")]
    [TestCase("/usr/bin/python3", "apt-get install python3")]
    [TestCase("/sbin/modprobe", "apt-get install kmod")]
    [TestCase("/usr/bin/tcpdump", "apt-get install tcpdump")]
    public void A_missing_tool_is_told_with_the_package_that_brings_it(string missing, string remedy)
    {
        var suitability = HostTools.Probe(path => path != missing);

        Assert.Multiple(() =>
        {
            Assert.That(suitability.Usable, Is.False);
            Assert.That(suitability.Lacks.Select(lack => (lack.What, lack.Remedy)),
                Is.EqualTo([($"expected {missing}, found none", remedy)]));
        });
    }
}
