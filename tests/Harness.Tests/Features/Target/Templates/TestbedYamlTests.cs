using Harness.Features.Target;
using Harness.Features.Target.Templates;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Templates;

public sealed class TestbedYamlTests
{
    [Test]
    public void A_testbed_with_an_environment_that_defers_survives_writing_and_reading()
    {
        var loaded = SampleTarget.Load(SampleTarget.Yaml).Testbed;
        var deferring = loaded.Environments[1] with { DeferralTimeout = TimeSpan.FromHours(12) };
        var testbed = new TestbedSettings([loaded.Environments[0]], null) { Deferring = deferring };
        var head = SampleTarget.Yaml[..SampleTarget.Yaml.IndexOf("testbed:", StringComparison.Ordinal)];
        var tail = SampleTarget.Yaml[SampleTarget.Yaml.IndexOf("hooks:", StringComparison.Ordinal)..];

        var read = SampleTarget.Load(head + TestbedYaml.Of(testbed) + tail).Testbed;

        Assert.That(read.Environments.Select(environment => environment.Id), Is.EqualTo(new[] { "env-1" }));
        Assert.That(read.Deferring?.Id, Is.EqualTo("env-2"));
        Assert.That(read.Deferring?.DeferralTimeout, Is.EqualTo(TimeSpan.FromHours(12)));
        Assert.That(read.Deferring?.Interconnects, Has.Count.EqualTo(1));
    }
}
