using Harness.Lab.Planning;
using Harness.Tests.Lab.Runtimes;
using NUnit.Framework;

namespace Harness.Tests.Lab.Planning;

public sealed class PlanCheckTests
{
    private static readonly LabPlan _sound = ContractPlan.Labelled("lab");

    [Test]
    public void A_sound_plan_has_no_fault() => Assert.That(PlanCheck.Faults(_sound), Is.Empty);

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("../x")]
    [TestCase("abcdefghijklmnopqrstuvwxyz-0123456")]
    public void A_label_that_is_no_name_is_a_fault(string label) =>
        Assert.That(PlanCheck.Faults(_sound with { Label = label }), Has.One.StartsWith($"label {label}: expected 1"));

    [Test]
    public void Two_nodes_of_one_name_are_a_fault() =>
        Assert.That(
            PlanCheck.Faults(_sound with { Nodes = [.. _sound.Nodes, _sound.Nodes[0]] }),
            Is.EqualTo(["node left: expected one of that name, found 2"]));

    [Test]
    public void A_node_whose_name_could_be_read_as_a_command_is_a_fault() =>
        Assert.That(
            PlanCheck.Faults(_sound with { Nodes = [.. _sound.Nodes, _sound.Nodes[0] with { Name = "a\nlink" }] }),
            Has.One.StartsWith("node a\nlink: expected"));

    [TestCase("/etc/passwd")]
    [TestCase("/etc/frr/../passwd")]
    [TestCase("tmp/x")]
    public void A_file_outside_the_node_s_own_directories_is_a_fault(string path)
    {
        var node = _sound.Nodes[0] with { Files = [new PlannedFile(path, "")] };

        Assert.That(
            PlanCheck.Faults(_sound with { Nodes = [node, .. _sound.Nodes.Skip(1)] }),
            Is.EqualTo([$"node left: expected a file below /etc/frr, /run or /tmp, found {path}"]));
    }

    [TestCase("nobody", "eth3", "02:00:00:00:00:09", "nobody eth3: expected the name of a node, found nobody")]
    [TestCase("host", "eth 3", "02:00:00:00:00:09", "host eth 3: expected an interface of 1 to 15 letters, digits, . ")]
    [TestCase("host", "an-interface-too-long", "02:00:00:00:00:09", "host an-interface-too-long: expected an interf")]
    [TestCase("host", "eth3", "02", "host eth3: expected an Ethernet address, found 02")]
    [TestCase("host", "eth1", "02:00:00:00:00:09", "host eth1: expected one wire, found 2")]
    public void A_wire_to_what_is_not_there_or_taken_is_a_fault(
        string node, string name, string address, string expected)
    {
        var wire = new PlannedLink(new(node, name, address), new("left", "eth9", "02:00:00:00:00:08"));

        var faults = PlanCheck.Faults(_sound with { Links = [.. _sound.Links, wire] });

        Assert.That(faults, Has.Count.EqualTo(1).And.One.StartsWith(expected));
    }

    [Test]
    public void What_a_planned_file_holds_is_not_shown() =>
        Assert.That($"{new PlannedFile("/etc/frr/frr.conf", "password x")}", Does.Not.Contain("password"));
}
