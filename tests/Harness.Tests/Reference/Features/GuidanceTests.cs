using System.Net;
using System.Text.Json.Nodes;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Features;

[TestFixture]
public sealed class GuidanceTests
{
    [TestCase("ix1", 4)]
    [TestCase("ix2", 6)]
    public async Task Every_channel_is_guided_whatever_its_name(string ix, int channels)
    {
        await using var reference = await TestReference.StartAsync();
        var connection = Connection(await reference.PlaceAsync(ix), ix);

        var guidance = await GuidanceAsync(reference, connection);

        var listed = (await reference.Borealis.GetJsonAsync($"{Ix(ix)}/channels"))["channels"]!.AsArray();
        Assert.That(guidance, Has.Count.EqualTo(channels));
        Assert.That(
            guidance.Select(one => (string)one!["channel"]!),
            Is.EquivalentTo(listed.Select(one => (string)one!["name"]!)));
        Assert.That(guidance.Select(one => (string)one!["channelAdminState"]!), Is.All.EqualTo("ADMIN_STATE_ENABLED"));
        Assert.That(guidance.Select(one => (string)one!["featureType"]!), Is.All.EqualTo("FEATURE_TYPE_L3_BASE"));
    }

    [Test]
    public async Task A_preferred_subnet_is_free_and_lies_where_the_guidance_allows()
    {
        await using var reference = await TestReference.StartAsync();
        var connection = Connection(await reference.PlaceAsync());

        foreach (var one in await GuidanceAsync(reference, connection))
            foreach (var family in (string[])["ipv4", "ipv6"])
            {
                var pool = one!["l3BaseGuidance"]![$"{family}SubnetGuidance"]![0]!;
                var preferred = IPNetwork.Parse((string)pool["preferredSubnet"]!);
                Assert.That(IPNetwork.Parse((string)pool["includeSubnet"]!).Contains(preferred.BaseAddress));
                foreach (var excluded in pool["excludeSubnets"]!.AsArray())
                    Assert.That(IPNetwork.Parse((string)excluded!).Contains(preferred.BaseAddress), Is.False);
                Assert.That(
                    one["l3BaseGuidance"]![$"{family}AllowedSubnetPrefixLengths"]!.AsArray().Select(n => (int)n!),
                    Does.Contain(preferred.PrefixLength));
            }
    }

    [Test]
    public async Task Proposals_made_of_preferred_values_are_accepted_one_after_the_other()
    {
        await using var reference = await TestReference.StartAsync();
        for (var number = 0; number < 20; number++)
        {
            var connection = Connection(await reference.PlaceAsync(mbps: 100));
            var guidance = (await GuidanceAsync(reference, connection))[0]!["l3BaseGuidance"]!;
            var subnet = IPNetwork.Parse((string)guidance["ipv4SubnetGuidance"]![0]!["preferredSubnet"]!);
            var proposal = Feature(number: 100 + number);
            var config = proposal.Config();
            config["ipv4Subnet"] = subnet.BaseAddress.ToString();
            config["ipv4SubnetPrefixLength"] = subnet.PrefixLength;
            config["mtuBytes"] = (int)guidance["mtuRanges"]![0]!["stop"]!;
            config["vlanId"] = (int)guidance["vlanRanges"]![0]!["start"]! + number;
            var host = subnet.BaseAddress.GetAddressBytes();
            for (var end = 0; end < 2; end++)
                config["providerBgpConfigs"]![end]!["hostIpv4"] =
                    $"{host[0]}.{host[1]}.{host[2]}.{host[3] + end + 1}";

            await reference.ProposeFeatureAsync(connection, "f1", proposal).AcceptedAsync();
        }
    }

    private static async Task<JsonArray> GuidanceAsync(TestReference reference, string connection)
    {
        var answer = await reference.Borealis.PostJsonAsync($"{connection}/GenerateFeatureGuidance", "{}")
            .AcceptedAsync();
        return answer["featureGuidance"]!.AsArray();
    }
}
