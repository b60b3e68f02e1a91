using Harness.Protocol.Resources;
using Harness.Reference.Testbed;
using NUnit.Framework;

namespace Harness.Tests.Reference.Testbed;

public sealed class TestbedFileTests
{
    private const string Good = """
        provider: {id: aurora, displayName: Aurora Cloud}
        keyLifetime: 30m
        peers:
          - {id: borealis, apiUri: "https://127.0.0.1:9443/"}
        accounts:
          - {id: customer-1, connectionQuota: 5}
        environments:
          - id: env-1
            peer: borealis
            sizesMbps: [100, 1000]
            sites:
              - {provider: providers/aurora, site: a}
              - {provider: providers/borealis, site: b}
            interconnects:
              - id: ix1
                state: ACTIVE
                maxBandwidthMbps: 10000
                guidance:
                  vlanRanges: [1025-2000, 3000]
                channels:
                  - id: east-7
                    device: d1
                    macsecManager: providers/aurora
                    crossConnectManager: providers/borealis
                    aggregateGbps: 100
        """;

    [Test]
    public void The_default_testbed_survives_being_written_and_read()
    {
        var testbed = DefaultTestbed.Create(2, new Uri("https://127.0.0.1:9443/"));
        var text = TestbedFile.Write(testbed);

        Assert.That(TestbedFile.Write(TestbedFile.Parse(text, "testbed.yaml")), Is.EqualTo(text));
        Assert.That(text, Does.Contain("east-12").And.Contain("env-cirrus").And.Contain("https://127.0.0.1:9443/"));
    }

    [Test]
    public void A_testbed_with_every_setting_survives_being_written_and_read()
    {
        var text = TestbedFile.Write(TestbedFile.Parse(Good, "testbed.yaml"));

        Assert.That(TestbedFile.Write(TestbedFile.Parse(text, "testbed.yaml")), Is.EqualTo(text));
    }

    [Test]
    public void What_a_file_leaves_out_has_its_default()
    {
        var testbed = TestbedFile.Parse(Good, "testbed.yaml");
        var environment = testbed.Environments.Single();
        var interconnect = environment.Interconnects.Single();

        Assert.That(testbed.KeyLifetime, Is.EqualTo(TimeSpan.FromMinutes(30)));
        Assert.That(testbed.Accounts.Single(), Is.EqualTo(new TestbedAccount("customer-1", true, 5)));
        Assert.That(environment.Features, Is.EqualTo(new[] { FeatureType.L3Base }));
        Assert.That(interconnect.SizesMbps, Is.EqualTo(new[] { 100, 1000 }));
        Assert.That(
            interconnect.Guidance.VlanRanges, Is.EqualTo(new[] { new NumberRange(1025, 2000), new(3000, 3000) }));
        Assert.That(interconnect.Guidance.OwnAsn, Is.EqualTo(TestbedGuidance.Default.OwnAsn));
        Assert.That(interconnect.Channels.Single().MemberGbps, Is.EqualTo(100));
    }

    [TestCase("state: ACTIVE", "state: ACTVE",
        "testbed.yaml:16: environments[0].interconnects[0].state: "
        + "expected one of PENDING, ACTIVE, CLOSED, found 'ACTVE'; did you mean 'ACTIVE'?")]
    [TestCase("    peer: borealis", "    peer: boralis",
        "testbed.yaml:9: environments[0].peer: "
        + "expected one of the peers borealis, found 'boralis'; did you mean 'borealis'?")]
    [TestCase("macsecManager: providers/aurora", "macsecManager: aurora",
        "expected a provider URI such as providers/aurora, found 'aurora'; did you mean 'providers/aurora'?")]
    [TestCase("aggregateGbps: 100", "aggregateGbps: much", "expected a whole number from 1 to 1000000, found 'much'")]
    [TestCase("maxBandwidthMbps: 10000", "maxBandwidth: 10000",
        "'maxBandwidth'; did you mean 'maxBandwidthMbps'?")]
    [TestCase("maxBandwidthMbps: 10000", "state2: x",
        "interconnects[0].maxBandwidthMbps: expected a whole number from 1 to 2147483647, found nothing")]
    [TestCase("[1025-2000, 3000]", "[1025-x]", "expected a number or a range such as 1025-4094")]
    [TestCase("[1025-2000, 3000]", "1025", "expected a list, found '1025'")]
    [TestCase("keyLifetime: 30m", "keyLifetime: 30", "expected a duration such as 90s, 30m, 24h or 7d, found '30'")]
    [TestCase("https://127.0.0.1:9443/", "http://127.0.0.1/", "expected an https URL, found 'http://127.0.0.1/'")]
    [TestCase("id: east-7", "id: east 7", "expected an id of 1 to 128 letters")]
    [TestCase("connectionQuota: 5", "goodStanding: maybe", "expected true or false, found 'maybe'")]
    [TestCase("vlanRanges: [1025-2000, 3000]", "ipv4: [{include: 10.0.0.1/8}]", "host bits masked off")]
    [TestCase("vlanRanges: [1025-2000, 3000]", "ipv6: [{include: 10.0.0.0/8}]", "expected an IPv6 subnet")]
    [TestCase("peers:", "peers: [", "expected well-formed YAML")]
    [TestCase("keyLifetime: 30m", "keyLifetime: 30m\nkeyLifetime: 31m", "expected well-formed YAML")]
    public void A_fault_names_its_line_what_was_expected_what_was_found_and_the_nearest_word(
        string good, string bad, string expected)
    {
        var fault = Assert.Throws<TestbedException>(() => TestbedFile.Parse(Good.Replace(good, bad), "testbed.yaml"));

        Assert.That(fault!.Message, Does.Contain(expected));
        Assert.That(fault.Problems, Has.All.StartsWith("testbed.yaml:"));
    }

    [Test]
    public void All_faults_of_a_file_are_told_at_once_in_order_of_their_lines()
    {
        var text = Good.Replace("30m", "30").Replace("ACTIVE", "OPEN").Replace("Gbps: 100", "Gbps: x");

        var fault = Assert.Throws<TestbedException>(() => TestbedFile.Parse(text, "t"));

        Assert.That(fault!.Problems.Select(line => line.Split(' ')[0]), Is.EqualTo(new[]
        {
            "t:2:",
            "t:16:",
            "t:25:",
        }));
    }

    [Test]
    public void An_id_that_stands_twice_is_a_fault()
    {
        var text = Good.Replace("""  - {id: customer-1, connectionQuota: 5}""", "  - {id: a}\n  - {id: a}");

        var fault = Assert.Throws<TestbedException>(() => TestbedFile.Parse(text, "t"));

        Assert.That(fault!.Message, Is.EqualTo("t:7: accounts[1].id: expected another id, found 'a' again"));
    }

    [Test]
    public void A_file_that_cannot_be_read_is_named()
    {
        var fault = Assert.Throws<TestbedException>(() => TestbedFile.Load("no-such-testbed.yaml"));

        Assert.That(fault!.Message, Does.Contain("no-such-testbed.yaml: expected a readable testbed file"));
    }
}
