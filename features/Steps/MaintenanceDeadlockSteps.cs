using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.Judging;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>Whether the devices that the interconnects share let each be maintained in turn (MNT-07).</summary>
[Binding]
public sealed class MaintenanceDeadlockSteps(ChannelSurvey survey)
{
    [Then("no grouping of devices can deadlock maintenance")]
    public void NoGroupingDeadlocks()
    {
        var blocked = DeviceGroups.FindDeadlock(survey.DeviceGroups);
        Check.That(
            "the devices that interconnects share",
            blocked.Count == 0,
            "as many turns as the largest of them has devices, in which every device can be maintained",
            $"too few for {string.Join(", ", blocked.Select(name => $"{name} on {Devices(name)}"))}");
    }

    private string Devices(string interconnect) => Shown.All(survey.DeviceGroups[interconnect].Order());
}
