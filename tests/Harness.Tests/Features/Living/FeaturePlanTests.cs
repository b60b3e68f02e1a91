using Harness.Features.Living;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Tests.Simulator;
using NUnit.Framework;

namespace Harness.Tests.Features.Living;

public sealed class FeaturePlanTests
{
    private static readonly ChannelName Channel = PartnerFixture.Interconnect.Channel("east-7");

    private static readonly L3BaseGuidance Theirs = new(
        AsnRanges: [new AsnRange(64512, 65534)],
        Ipv4SubnetGuidance: [new SubnetGuidance("169.254.0.0/16", ["169.254.0.0/24"], "169.254.7.0/30")],
        Ipv4AllowedSubnetPrefixLengths: [30],
        VlanRanges: [new VlanRange(1100, 1102)],
        MtuRanges: [new MtuRange(1500, 9001)]);

    private PartnerFixture fixture = null!;

    [SetUp]
    public async Task StartAsync() => fixture = await PartnerFixture.StartAsync(options => options with
    {
        Guidance = options.Guidance with { VlanRanges = [new VlanRange(1101, 4094)] },
    });

    [TearDown]
    public async Task StopAsync() => await fixture.DisposeAsync();

    [Test]
    public void It_is_inside_both_guidances_and_has_the_highest_common_mtu()
    {
        var config = Choose(Theirs)!;

        Assert.Multiple(() =>
        {
            Assert.That(config.VlanId, Is.EqualTo(1101));
            Assert.That($"{config.Ipv4Subnet}/{config.Ipv4SubnetPrefixLength}", Is.EqualTo("169.254.7.0/30"));
            Assert.That(config.MtuBytes, Is.EqualTo(8500));
            Assert.That(
                config.ProviderBgpConfigs!.Select(it => it.Provider),
                Is.EquivalentTo(new[] { "providers/aurora", "providers/borealis" }));
        });
    }

    [Test]
    public void A_vlan_that_was_refused_is_not_chosen_again() =>
        Assert.That(Choose(Theirs, 1101)!.VlanId, Is.EqualTo(1102));

    [Test]
    public void What_another_connection_has_on_the_channel_is_left_to_it()
    {
        fixture.PutConnection(100, new Feature(
            $"{PartnerFixture.Connection.Feature("f1")}",
            $"{Channel}",
            new FeatureConfig(FeatureType.L3Base, Choose(Theirs))));

        var config = Choose(Theirs)!;

        Assert.That((config.VlanId, config.Ipv4Subnet), Is.EqualTo((1102, "169.254.1.0")));
    }

    [Test]
    public void Without_a_common_vlan_subnet_or_mtu_there_is_none() => Assert.Multiple(() =>
    {
        Assert.That(Choose(Theirs, 1101, 1102), Is.Null);
        Assert.That(
            Choose(Theirs with { Ipv4SubnetGuidance = [new SubnetGuidance("10.0.0.0/16")] }),
            Is.Null,
            "not in the partner's own guidance");
        Assert.That(Choose(Theirs with { MtuRanges = [new MtuRange(9000, 9001)] }), Is.Null);
    });

    private L3BaseConfig? Choose(L3BaseGuidance guidance, params int[] refused)
    {
        var ground = new Ground(fixture.Partner, fixture.AsTarget, new TestData(1));
        return FeaturePlan.Choose(
            ground,
            PartnerFixture.Connection,
            new FeatureGuidance(FeatureType.L3Base, $"{ground.There(Channel)}", L3BaseGuidance: guidance),
            refused.ToHashSet(),
            open: [])?.FeatureConfig?.L3BaseConfig;
    }
}
