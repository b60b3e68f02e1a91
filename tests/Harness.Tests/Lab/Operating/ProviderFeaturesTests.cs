using Harness.Lab.Operating;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Tests.Features.Labs;
using Harness.Tests.Features.World;
using Harness.Tests.Lab.Running;
using NUnit.Framework;

namespace Harness.Tests.Lab.Operating;

public sealed class ProviderFeaturesTests
{
    private static readonly ChannelFeature Feature = ChannelFeature.Of(
        SmallLab.Wiring,
        SmallLab.Wiring.Channel("ix1", "ch1")!,
        "aurora",
        SmallLab.Wiring.Tenants[0],
        SampleConnection.Between(SmallLab.Wiring, SmallLab.Wiring.Tenants[0], "ix1", new Random(1)).Features[0].Config,
        maxPrefixes: 100);

    private readonly List<string> cleared = [];

    [SetUp]
    public void Forget() => cleared.Clear();

    [Test]
    public async Task A_session_that_stays_idle_is_begun_anew()
    {
        await ActivateAsync(() => cleared.Count == 0 ? "Idle" : "Established");

        Assert.That(cleared, Is.EqualTo(Feature.Sessions.Select(it => $"clear bgp vrf cust1 {it.Peer}")));
    }

    [Test]
    public void A_session_that_is_being_made_is_left_alone()
    {
        Assert.That(() => ActivateAsync(() => "OpenSent"), Throws.TypeOf<LabException>());

        Assert.That(cleared, Is.Empty);
    }

    private async Task ActivateAsync(Func<string> state)
    {
        var time = new HastyTime();
        var lab = new ScriptedLab
        {
            Writes = command =>
            {
                if (command[^1].StartsWith("clear ", StringComparison.Ordinal))
                    cleared.Add(command[^1]);
                return command[^1].EndsWith("summary json", StringComparison.Ordinal) ? Sessions(state()) : "";
            },
        };
        var routers = new ProviderRouters(lab, RouterAbilities.All, time);
        await new ProviderFeatures(routers, time).ActivateAsync("f", Feature, routed: false, CancellationToken.None);
    }

    private static string Sessions(string state)
    {
        var peers = Feature.Sessions.Select(it => $$"""  "{{it.Peer}}": {"remoteAs": 1, "state": "{{state}}"}""");
        return $$"""{"ipv4Unicast": {"peers": { {{string.Join(',', peers)}} } } }""";
    }
}
