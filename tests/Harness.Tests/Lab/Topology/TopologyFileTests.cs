using Harness.Lab.Topology;
using NUnit.Framework;

namespace Harness.Tests.Lab.Topology;

public sealed class TopologyFileTests
{
    private const string Good = """
        name: mine
        providers:
          - {id: aurora, asn: 64512, devices: [a, b]}
          - {id: borealis, displayName: Borealis Cloud, asn: 64513, devices: [p]}
        interconnects:
          - id: ix1
            channels:
              - {id: ch1, devices: {aurora: a, borealis: p}}
              - {id: ch2, devices: {aurora: b, borealis: p}, members: 2}
        customers:
          - id: red
            sites:
              - {provider: borealis, asn: 65102}
              - {provider: aurora, asn: 65101, devices: [b]}
        """;

    [Test]
    public void A_file_says_devices_channels_and_sites()
    {
        var lab = TopologyFile.Parse(Good, "lab.yaml");

        Assert.Multiple(() =>
        {
            Assert.That(lab.Providers.Select(it => it.DisplayName), Is.EqualTo(new[] { "aurora", "Borealis Cloud" }));
            Assert.That(lab.Interconnects.Single().Channels[1], Is.EqualTo(
                new LabChannel("ch2", new LabDevice("aurora", "b"), new LabDevice("borealis", "p"), 2)));
            Assert.That(lab.Customers.Single().Sites.Select(it => it.Provider), Is.EqualTo(new[]
            {
                "aurora", "borealis",
            }), "in the order of the providers");
            Assert.That(lab.Customers.Single().Sites[0].Devices, Is.EqualTo(new[] { "b" }));
            Assert.That(lab.Customers.Single().Sites[1].Devices, Is.EqualTo(new[] { "p" }), "all, where none are said");
        });
    }

    [TestCase("members: 2", "members: 9", 9, "members: expected a whole number from 1 to 8, found '9'")]
    [TestCase("aurora: b, ", "aurora: c, ", 9, "devices.aurora: expected a device of aurora, one of a, b, found 'c'")]
    [TestCase("id: ch2", "id: ch1", 9, "channels[1]: expected an id that is not used before, found 'ch1' again")]
    [TestCase("asn: 65101", "asn: 64513", 14, "expected an ASN that is no provider's, for a session with it is an ext")]
    [TestCase("asn: 64512", "asn: 4294967296", 3, "expected a whole number from 1 to 4294967295, found '4294967296'")]
    [TestCase("members: 2", "membres: 2", 9, "expected one of the keys id, devices, members, found 'membres'")]
    [TestCase("borealis: p}}", "borealis: p}, x: 1}", 8, "expected one of the keys id, devices, members, found 'x'")]
    [TestCase("{aurora: a, borealis: p}", "{aurora: a}", 8, "expected a key borealis, found none")]
    [TestCase("provider: borealis", "provider: aurora", 14, "sites[1]: expected an id that is not used before")]
    [TestCase("provider: borealis", "provider: cirrus", 13, "expected one of aurora, borealis, found 'cirrus'")]
    [TestCase("id: red", "id: aurora", 11, "expected a customer that is not named as a provider, found 'aurora'")]
    [TestCase("id: red", "id: a_customer", 11, "id: expected an id of 1 to 12 lower-case letters, digits and hyphens")]
    [TestCase("devices: [p]", "devices: []", 4, "devices: expected a list with at least one item, found an empty list")]
    [TestCase("devices: [p]", "devices: {p: 1}", 4, "devices: expected a list with at least one item, found a mapping")]
    [TestCase("id: ix1", "id: ix1\n    planned: perhaps", 7, "planned: expected true or false, found 'perhaps'")]
    [TestCase("Borealis Cloud", "", 4, "displayName: expected a text on one line, found nothing")]
    [TestCase("customers:", "custom: [", 11, "expected well-formed YAML")]
    [TestCase("name: mine", "- name: mine", 2, "expected well-formed YAML")]
    public void What_no_lab_can_be_built_from_is_told_with_its_line(
        string text, string wrong, int line, string expected)
    {
        var thrown = Assert.Throws<TopologyException>(
            () => TopologyFile.Parse(Good.Replace(text, wrong, StringComparison.Ordinal), "lab.yaml"))!;

        Assert.That(
            thrown.Faults.Select(fault => $"{fault}"),
            Has.Some.StartsWith($"lab.yaml:{line}: ").And.Some.Contains(expected),
            thrown.Message);
    }

    [Test]
    public void One_look_finds_every_fault()
    {
        var wrong = Good.Replace("members: 2", "members: 0", StringComparison.Ordinal)
            .Replace("asn: 65101", "asn: none", StringComparison.Ordinal);

        var thrown = Assert.Throws<TopologyException>(() => TopologyFile.Parse(wrong, "lab.yaml"))!;

        Assert.That(thrown.Faults.Select(fault => fault.Line), Is.EqualTo(new[] { 9, 14 }));
    }

    [Test]
    public void Ids_that_give_two_nodes_one_name_are_refused()
    {
        var wrong = Good.Replace("id: aurora", "id: red-x", StringComparison.Ordinal)
            .Replace("aurora", "red-x", StringComparison.Ordinal)
            .Replace("devices: [a, b]", "devices: [a, b, borealis]", StringComparison.Ordinal)
            .Replace("id: red\n", "id: red-x\n", StringComparison.Ordinal)
            .Replace("id: red-x\n    sites", "id: red-y\n    sites", StringComparison.Ordinal);
        var clash = wrong.Replace("id: red-y", "id: red", StringComparison.Ordinal)
            .Replace("borealis", "x-a", StringComparison.Ordinal);

        Assert.That(
            () => TopologyFile.Parse(clash, "lab.yaml"),
            Throws.TypeOf<TopologyException>().With.Message.Contains("nodes named red-x-a"));
    }

    [Test]
    public void A_file_that_cannot_be_read_is_told_by_its_name() => Assert.That(
        () => TopologyFile.Load("/nowhere/lab.yaml"),
        Throws.TypeOf<TopologyException>().With.Message.StartsWith("/nowhere/lab.yaml:1: file: expected a readable"));

    [Test]
    public void A_file_of_two_documents_is_refused() => Assert.That(
        () => TopologyFile.Parse("a: 1\n---\nb: 2\n", "lab.yaml"),
        Throws.TypeOf<TopologyException>().With.Message.Contains("expected one YAML mapping"));
}
