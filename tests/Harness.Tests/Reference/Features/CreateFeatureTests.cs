using System.Text.Json.Nodes;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Features;

[TestFixture]
public sealed class CreateFeatureTests : FeatureFixture
{
    [Test]
    public async Task An_accepted_feature_is_answered_as_proposed_and_can_be_read_and_listed()
    {
        var proposal = Feature();
        proposal.Config()["ipv6Subnet"] = "fd20:c0:0:1::";
        proposal.Config()["ipv6SubnetPrefixLength"] = 64;
        proposal.Config()["md5BgpPassword"] = "between-us";
        proposal["provisioningState"] = "PROVISIONING_STATE_FINAL";
        proposal["name"] = "providers/borealis";

        var accepted = await reference.ProposeFeatureAsync(connection, "f1", proposal).AcceptedAsync();

        proposal["provisioningState"] = "PROVISIONING_STATE_PENDING";
        proposal["name"] = $"{connection[1..]}/features/f1";
        Assert.That(JsonNode.DeepEquals(accepted, proposal), accepted.ToJsonString());
        var read = await reference.Borealis.GetJsonAsync($"{connection}/features/f1");
        Assert.That(JsonNode.DeepEquals(read, accepted), read.ToJsonString());
        var listed = await reference.Borealis.GetJsonAsync($"{connection}/features");
        Assert.That(listed["features"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(JsonNode.DeepEquals(listed["features"]![0], accepted));
        Assert.That(reference.Log.ToString(), Does.Not.Contain("between-us"));
    }

    [TestCase(1025, true)]
    [TestCase(4094, true)]
    [TestCase(1024, false)]
    [TestCase(1, false)]
    [TestCase(0, false)]
    [TestCase(-1, false)]
    [TestCase(4095, false)]
    [TestCase(70_000, false)]
    public async Task A_vlan_lies_in_1025_to_4094(int vlan, bool accepted)
    {
        var proposal = Feature();
        proposal.Config()["vlanId"] = vlan;

        await ExpectAsync(proposal, accepted, "FEA-03");
    }

    [TestCase(1500, true)]
    [TestCase(9001, true)]
    [TestCase(1499, false)]
    [TestCase(9002, false)]
    [TestCase(0, false)]
    public async Task An_mtu_lies_in_the_guidance(int mtu, bool accepted)
    {
        var proposal = Feature();
        proposal.Config()["mtuBytes"] = mtu;

        await ExpectAsync(proposal, accepted, "FEA-02");
    }

    [TestCase("aurora", 64512L, true)]
    [TestCase("aurora", 65534L, true)]
    [TestCase("aurora", 64511L, false)]
    [TestCase("aurora", 65535L, false)]
    [TestCase("borealis", 1L, true)]
    [TestCase("borealis", 4_294_967_295L, true)]
    [TestCase("borealis", 0L, false)]
    [TestCase("borealis", 4_294_967_296L, false)]
    public async Task Our_asn_lies_in_the_guidance_and_the_peers_is_an_asn(string provider, long asn, bool accepted)
    {
        var proposal = Feature();
        End(proposal, provider)["asn"] = asn;

        await ExpectAsync(proposal, accepted, "FEA-02");
    }

    // The pool is 169.254.0.0/16 without 169.254.0.0/24 and 169.254.169.0/24, at /29 and /30.
    [TestCase("169.254.1.0", 29, true)]
    [TestCase("169.254.1.0/29", 29, true)]
    [TestCase("169.254.255.252", 30, true)]
    [TestCase("169.254.1.0", 28, false)]
    [TestCase("169.254.1.0", 31, false)]
    [TestCase("169.253.255.252", 30, false)]
    [TestCase("169.255.0.0", 30, false)]
    [TestCase("10.0.0.0", 30, false)]
    [TestCase("169.254.0.252", 30, false)]
    [TestCase("169.254.168.252", 30, true)]
    [TestCase("169.254.169.0", 30, false)]
    [TestCase("169.254.169.252", 30, false)]
    [TestCase("169.254.170.0", 30, true)]
    public async Task An_ipv4_subnet_lies_in_the_guidance(string subnet, int length, bool accepted)
    {
        var proposal = WithIpv4(subnet, length);

        await ExpectAsync(proposal, accepted, "FEA-02");
    }

    [TestCase("fd20:c0:0:1::", 64, true)]
    [TestCase("fd20:c0:0:ffff::", 64, true)]
    [TestCase("fd20:c0:0:1::4", 126, true)]
    [TestCase("fd20:c0::", 64, false)]
    [TestCase("fd20:c1::", 64, false)]
    [TestCase("fd20:c0:0:1::", 65, false)]
    public async Task An_ipv6_subnet_lies_in_the_guidance(string subnet, int length, bool accepted)
    {
        var proposal = Feature();
        proposal.Config()["ipv6Subnet"] = subnet;
        proposal.Config()["ipv6SubnetPrefixLength"] = length;

        await ExpectAsync(proposal, accepted, "FEA-02");
    }

    [TestCase("169.254.1.1", 29)]
    [TestCase("169.254.1.4", 29)]
    [TestCase("169.254.1.0/30", 29)]
    [TestCase("169.254.1", 29)]
    [TestCase("169.254.01.0", 29)]
    [TestCase("169.254.1.0", -1)]
    [TestCase("169.254.1.0", 33)]
    [TestCase("fd20:c0:0:1::", 64)]
    [TestCase("nonsense", 29)]
    public async Task A_subnet_that_is_none_or_has_host_bits_is_refused(string subnet, int length)
    {
        var proposal = Feature();
        proposal.Config()["ipv4Subnet"] = subnet;
        proposal.Config()["ipv4SubnetPrefixLength"] = length;

        await ExpectAsync(proposal, false, "FEA-04");
    }

    [TestCase("fd20:c0:0:1::1", 64)]
    [TestCase("fd20:c0:0:1::%1", 64)]
    [TestCase("[fd20:c0:0:1::]", 64)]
    [TestCase("fd20:c0:0:1::", null)]
    [TestCase(null, 64)]
    public async Task An_ipv6_subnet_that_is_none_or_has_host_bits_is_refused(string? subnet, int? length)
    {
        var proposal = Feature();
        proposal.Config()["ipv6Subnet"] = subnet;
        proposal.Config()["ipv6SubnetPrefixLength"] = length;

        await ExpectAsync(proposal, false, "FEA-04");
    }

    // The subnet is 169.254.1.8/29 and the partner's own host 169.254.1.10.
    [TestCase("169.254.1.15", true)]
    [TestCase("169.254.1.16", false)]
    [TestCase("169.254.1.7", false)]
    [TestCase("169.254.1.10", false)]
    [TestCase("169.254.1.011", false)]
    [TestCase("nonsense", false)]
    public async Task A_bgp_host_lies_in_the_subnet_and_is_not_the_others(string host, bool accepted)
    {
        var proposal = Feature();
        End(proposal, "aurora")["hostIpv4"] = host;

        await ExpectAsync(proposal, accepted, "FEA-04");
    }

    [TestCase("fd20:c0:0:1::1", "fd20:c0:0:1::2", true)]
    [TestCase("fd20:c0:0:1::1", "fd20:c0:0:1:0::1", false)]
    [TestCase("fd20:c0:0:2::1", "fd20:c0:0:1::2", false)]
    public async Task Ipv6_hosts_lie_in_the_subnet_and_differ(string ours, string theirs, bool accepted)
    {
        var proposal = Feature();
        proposal.Config()["ipv6Subnet"] = "fd20:c0:0:1::";
        proposal.Config()["ipv6SubnetPrefixLength"] = 64;
        End(proposal, "aurora")["hostIpv6"] = ours;
        End(proposal, "borealis")["hostIpv6"] = theirs;

        await ExpectAsync(proposal, accepted, "FEA-04");
    }

    [Test]
    public async Task An_ipv6_host_without_an_ipv6_subnet_is_refused()
    {
        var proposal = Feature();
        End(proposal, "aurora")["hostIpv6"] = "fd20:c0:0:1::1";

        await ExpectAsync(proposal, false, "FEA-04");
    }

    [TestCase("channel")]
    [TestCase("featureConfig")]
    public async Task A_proposal_without_channel_or_configuration_is_refused(string field)
    {
        var proposal = Feature();
        proposal.Remove(field);

        await ExpectAsync(proposal, false, "FEA-05");
    }

    [TestCase("ipv4Subnet")]
    [TestCase("ipv4SubnetPrefixLength")]
    [TestCase("mtuBytes")]
    [TestCase("vlanId")]
    [TestCase("providerBgpConfigs")]
    public async Task A_proposal_without_a_required_field_is_refused(string field)
    {
        var proposal = Feature();
        proposal.Config().AsObject().Remove(field);

        await ExpectAsync(proposal, false, "FEA-05");
    }

    [TestCase("provider")]
    [TestCase("asn")]
    [TestCase("hostIpv4")]
    public async Task A_bgp_end_without_a_required_field_is_refused(string field)
    {
        var proposal = Feature();
        End(proposal, "borealis").AsObject().Remove(field);

        await ExpectAsync(proposal, false, "FEA-05");
    }

    [TestCase("providers/aurora")]
    [TestCase("providers/cirrus")]
    [TestCase("borealis")]
    public async Task Both_providers_have_one_end_each(string provider)
    {
        var proposal = Feature();
        End(proposal, "borealis")["provider"] = provider;

        await ExpectAsync(proposal, false, "FEA-05");
    }

    [TestCase("providers/borealis/environments/env-1/interconnects/ix1/channels/ch9")]
    [TestCase("providers/borealis/environments/env-1/interconnects/ix2/channels/east-7")]
    [TestCase("providers/borealis/environments/env-2/interconnects/ix1/channels/ch1")]
    [TestCase("providers/aurora/environments/env-1/interconnects/ix1/channels/ch1")]
    [TestCase("/providers/borealis/environments/env-1/interconnects/ix1/channels/ch1")]
    [TestCase("ch1")]
    public async Task A_channel_belongs_to_the_connections_interconnect(string channel)
    {
        var proposal = Feature();
        proposal["channel"] = channel;

        await ExpectAsync(proposal, false, "FEA-06");
    }

    [TestCase("", "COM-08")]
    [TestCase("?featureId=", "COM-08")]
    [TestCase("?featureId=a%20b", "COM-05")]
    public async Task A_create_names_an_id_that_can_be_used(string query, string requirement) =>
        await reference.Borealis.PostJsonAsync($"{connection}/features{query}", Feature().ToJsonString())
            .RefusedAsync(400, requirement);

    [Test]
    public async Task Below_a_connection_that_is_not_there_all_is_404()
    {
        var nowhere = Connection("11111111-2222-4333-8444-555555555555");

        await reference.ProposeFeatureAsync(nowhere, "f1", Feature()).RefusedAsync(404, "COM-02");
        await reference.Borealis.GetAsync($"{nowhere}/features").RefusedAsync(404, "COM-02");
        await reference.Borealis.GetAsync($"{nowhere}/features/f1").RefusedAsync(404, "COM-02");
        await reference.Borealis.DeleteAsync($"{nowhere}/features/f1").RefusedAsync(404, "COM-02");
        await reference.Borealis.PostJsonAsync($"{nowhere}/GenerateFeatureGuidance", "{}").RefusedAsync(404, "COM-02");
    }
}
