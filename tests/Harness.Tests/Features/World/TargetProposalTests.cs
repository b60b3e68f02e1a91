using System.Net;
using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Simulator.Journaling;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class TargetProposalTests
{
    [TestCase("\"ipv4Subnet\": \"10.0.0.4\", \"ipv4SubnetPrefixLength\": 30")]
    [TestCase("\"ipv4Subnet\": \"10.0.0.4/30\"")]
    [TestCase("\"ipv4Subnet\": \"10.0.0.4/30\", \"ipv4SubnetPrefixLength\": 30")]
    public void A_proposal_is_read_in_either_notation_of_subnets(string subnet)
    {
        var proposal = Read(
            subnet + ", \"vlanId\": 1030, \"mtuBytes\": 1500, "
            + "\"providerBgpConfigs\": [{\"provider\": \"providers/a\", \"asn\": 64512}]");

        proposal.CheckReadable();
        Assert.That(proposal.Channel, Is.EqualTo("ch2"));
        Assert.That(proposal.Ipv4, Is.EqualTo(IPNetwork.Parse("10.0.0.4/30")));
        Assert.That(proposal.Vlan, Is.EqualTo(1030));
        Assert.That(proposal.Mtu, Is.EqualTo(1500));
        Assert.That(proposal.Asns["providers/a"], Is.EqualTo(64512));
    }

    [TestCase("\"vlanId\": 1030, \"mtuBytes\": 1500")]
    [TestCase("\"ipv4Subnet\": \"somewhere/30\", \"vlanId\": 1030, \"mtuBytes\": 1500")]
    [TestCase("\"ipv4Subnet\": \"10.0.0.4/30\", \"mtuBytes\": 1500")]
    [TestCase("\"ipv4Subnet\": \"10.0.0.4/30\", \"vlanId\": 1030")]
    public void A_proposal_that_lacks_a_parameter_fails_the_check(string l3) =>
        Assert.That(() => Read(l3).CheckReadable(), Throws.TypeOf<CheckFailedException>());

    private static TargetProposal Read(string l3) => TargetProposal.Of(new JournalEntry(
        1, null, default, default, JournalDirection.FromTarget, "POST", "/", null, null,
        new JournalMessage(
            [], """{"channel": "x/channels/ch2", "featureConfig": {"l3BaseConfig": {""" + l3 + "}}}")));
}
