using Harness.Cli.Labs;
using Harness.Features.Labs.Timelines;
using Harness.Lab.Operating;
using Harness.Lab.Pictures;
using Harness.Lab.Routers;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using Harness.Protocol.Names;
using Harness.Reference.Network;
using Harness.Tests.Features.Labs;
using NUnit.Framework;

namespace Harness.Tests.Cli.Labs;

/// <summary>What a coordinator does to its routers is told to whoever follows the channels.</summary>
public sealed class LabNetworkTests
{
    private static readonly LabWiring Wiring = LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default));
    private static readonly Tenant Red = Wiring.Tenants.Single(it => it.Customer == "red");
    private static readonly InterconnectName Interconnect =
        new ProviderName("borealis").Environment(LabTestbed.EnvironmentId).Interconnect("ix1");
    private static readonly FeatureName Feature = Interconnect.Connection("c-1").Feature("f-1");
    private static readonly MacSecKeyName Key = Interconnect.Channel("ch1").MacSecKey("k-1");

    private readonly SteppedTime time = new();
    private readonly List<ChannelChange> heard = [];

    [SetUp]
    public void Forget() => heard.Clear();

    [Test]
    public async Task A_feature_is_told_from_its_beginning_to_its_end()
    {
        var network = Network(_ => ScriptedLab.Counters(1));

        await network.ActivateFeatureAsync(Activation(), default);
        await network.ActivateFeatureAsync(Activation(), default);
        var draining = network.DrainFeatureAsync(Feature, default);
        await time.WaitForTimersAsync(TimeSpan.FromSeconds(20));
        var whileDraining = heard[^1].State;
        time.Advance(TimeSpan.FromSeconds(1));
        await draining;
        await network.RestoreFeatureAsync(Feature, default);
        await network.DeactivateFeatureAsync(Feature, default);

        Assert.That(whileDraining, Is.EqualTo(ChannelState.Drained));
        Assert.That(heard.Select(change => change.State), Is.EqualTo(new ChannelState?[]
        {
            ChannelState.Absent, ChannelState.Carrying, ChannelState.Carrying, ChannelState.Drained,
            ChannelState.Carrying, ChannelState.Absent, null,
        }));
        Assert.That(
            heard.Select(change => (change.Channel, change.Tenant)).Distinct(),
            Is.EqualTo([(Wiring.Channel("ix1", "ch1"), Red)]));
        Assert.That(heard.Select(change => change.By).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_feature_that_was_never_there_is_not_told()
    {
        await Network(_ => ScriptedLab.Counters(1)).DeactivateFeatureAsync(Feature, default);

        Assert.That(heard, Is.Empty);
    }

    [Test]
    public async Task A_key_is_told_until_it_is_in_use()
    {
        var (ckn, cak) = ("01", new string('1', 32));
        var key = SecureAssociation.Derive(cak, ckn, 0);
        var network = Network(_ =>
            $$"""
            [{"ifname":"c1sec","protect":true,"encrypt":true,"encoding_sa":0,"sa_list":[],
              "rx_sc":[{"sci":"0x1","active":true,"InPktsLate":0,"InPktsNotValid":0,"InPktsNotUsingSA":0,
                "sa_list":[{"an":0,"active":true,"key":"{{key.KeyId}}","InPktsOK":1}]}]}]
            """);

        await network.InstallKeyAsync(new KeyInstallation(Key, ckn, cak), default);
        var installed = heard.Select(change => change.State).ToArray();
        await network.AwaitKeyActiveAsync(Key, default);

        Assert.That(installed, Is.EqualTo(new ChannelState?[] { ChannelState.Rotating }));
        Assert.That(heard[^1], Is.EqualTo(heard[0] with { State = null }));
    }

    private static FeatureActivation Activation() => new(
        Feature,
        Interconnect.Channel("ch1"),
        100,
        "red",
        SampleConnection.Between(Wiring, Red, "ix1", new Random(1)).Features[0].Config);

    private LabNetwork Network(Func<IReadOnlyList<string>, string> writes)
    {
        var lab = new ScriptedLab
        {
            Writes = command => command.Any(IsSummary) ? Sessions()
                : command.Contains("route") ? Routes()
                : writes(command),
        };
        var channels = new ChannelWatch();
        channels.Follow(heard.Add);
        return new LabNetwork(
            "aurora",
            Wiring,
            LabTestbed.Of(Wiring.Topology, "aurora", new Uri("https://localhost/")),
            new ProviderRouters(lab, RouterAbilities.All, time),
            channels,
            time);
    }

    private static bool IsSummary(string argument) => argument.EndsWith("summary json", StringComparison.Ordinal);

    private static ChannelFeature Built() => ChannelFeature.Of(
        Wiring, Wiring.Channel("ix1", "ch1")!, "aurora", Red, Activation().Config, maxPrefixes: 100);

    private static string Routes() =>
        $$"""[{"dst": "10.9.0.0/24", "gateway": "169.254.0.2", "dev": "{{Built().Interface}}"}]""";

    private static string Sessions()
    {
        var peers = Built().Sessions.Select(it => $$"""  "{{it.Peer}}": {"remoteAs": 1, "state": "Established"}""");
        return $$"""{"ipv4Unicast": {"peers": { {{string.Join(',', peers)}} } } }""";
    }
}
