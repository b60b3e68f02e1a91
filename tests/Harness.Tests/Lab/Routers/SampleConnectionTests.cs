using FsCheck.Fluent;
using Harness.Lab.Routers;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Routers;

public sealed class SampleConnectionTests
{
    [Test]
    public void Each_customer_has_a_feature_on_every_channel_of_one_interconnect()
    {
        var wiring = LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default));

        var connections = SampleConnection.Of(wiring, new Random(1));

        Assert.That(connections.Select(it => (it.Tenant.Customer, it.Interconnect, it.Features.Count)),
            Is.EqualTo(new[] { ("red", "ix1", 4), ("blue", "ix2", 4) }));
    }

    [Test]
    public void Both_ends_of_a_feature_agree()
    {
        var wiring = LabWiring.Of(BuiltInLabs.Load("ten"));
        var connection = SampleConnection.Of(wiring, new Random(1)).Single();

        var ends = wiring.Topology.Providers.Select(it => connection.FeaturesOf(wiring, it).First()).ToArray();

        Assert.That(ends[0].Ipv4.Own, Is.EqualTo(ends[1].Ipv4.Peer));
        Assert.That(ends[0].Ipv6!.Peer, Is.EqualTo(ends[1].Ipv6!.Own));
        Assert.That((ends[0].OwnAsn, ends[0].Password), Is.EqualTo((ends[1].PeerAsn, ends[1].Password)));
    }

    [Test]
    public void No_two_features_of_a_lab_meet_in_subnet_or_VLAN() => FsCheck.Check.QuickThrowOnFailure(
        Prop.ForAll(GeneratedLabs.Any, lab =>
        {
            var wiring = LabWiring.Of(lab);
            var random = new Random(1);
            var all = lab.Wired
                .SelectMany(it => wiring.Tenants.SelectMany(tenant =>
                    SampleConnection.Between(wiring, tenant, it.Id, random).Features))
                .Select(feature => feature.Config)
                .ToArray();
            return all.Select(it => it.Ipv4Subnet).Distinct().Count() == all.Length
                && all.Select(it => it.Ipv6Subnet).Distinct().Count() == all.Length
                && all.Select(it => it.Md5BgpPassword).Distinct().Count() == all.Length
                && all.All(it => it.VlanId is >= 1025 and <= 4094);
        }));

    [Test]
    public void A_seed_repeats_passwords_and_keys_and_another_gives_others()
    {
        var wiring = LabWiring.Of(BuiltInLabs.Load("ten"));
        string[] Made(int seed)
        {
            var random = new Random(seed);
            var features = SampleConnection.Of(wiring, random).Single().Features;
            return
            [
                .. features.Select(it => it.Config.Md5BgpPassword!),
                .. SampleConnection.Keys(wiring, random).Values.Select(key => key.Sak),
            ];
        }

        var first = Made(1);

        Assert.That(Made(1), Is.EqualTo(first));
        Assert.That(Made(2).Intersect(first), Is.Empty);
    }
}
