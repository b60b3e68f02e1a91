using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Lab.Maintenance;

namespace Harness.Features.Labs.Steps;

/// <summary>Whether every device of a provider finds a window (MNT-07).</summary>
[Binding]
public sealed class GroupingSteps(LabWorld world)
{
    [Then("the devices of {word} deadlock with the planned interconnect")]
    public void TheDevicesDeadlock(string provider)
    {
        var topology = world.Bench.Wiring.Topology;
        var wired = topology with { Interconnects = [.. topology.Wired] };
        var found = Schedule(provider, topology);
        Check.That(
            $"the groupings of {provider}", found is MaintenanceSchedule.Deadlocked, "a deadlock", $"{found}");
        world.Scenario.Note($"{found}");
        Check.That(
            $"the groupings of {provider} without the planned interconnect",
            Schedule(provider, wired) is MaintenanceSchedule.Sound,
            "a window for every device",
            "none for some");
    }

    [Then("the devices of {word} do not")]
    public void TheDevicesDoNot(string provider) => Check.That(
        $"the groupings of {provider}",
        Schedule(provider, world.Bench.Wiring.Topology) is MaintenanceSchedule.Sound,
        "a window for every device",
        "none for some");

    private static MaintenanceSchedule Schedule(string provider, Harness.Lab.Topology.LabTopology topology) =>
        MaintenanceSchedule.Of(topology, topology.Providers.Single(it => it.Id == provider));
}
