using Harness.Protocol.Names;
using Harness.Reference.Maintenance;
using NUnit.Framework;

namespace Harness.Tests.Reference.Maintenance;

public sealed class MaintenanceRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly InterconnectName Interconnect =
        new ProviderName("borealis").Environment("env-1").Interconnect("ix1");

    [TestCase(0, 10, false)]
    [TestCase(-10, 0, false)]
    [TestCase(1, 2, true)]
    [TestCase(-10, 1, true)]
    [TestCase(9, 20, true)]
    [TestCase(10, 20, false)]
    [TestCase(-5, 50, true)]
    public void Windows_that_share_an_instant_on_another_device_conflict(int start, int end, bool conflict)
    {
        var planned = new PlannedMaintenance(Interconnect.Channel("ch2"), "other", Window(start, end));
        var asked = new MaintenanceCase(Interconnect.Channel("ch1"), "own", Window(0, 10), [planned]);

        var refusal = MaintenanceRules.NoOtherDevice.Decide(
            start == 0 && !conflict ? asked with { Window = Window(10, 20) } : asked);

        Assert.That(refusal?.Requirement, Is.EqualTo(conflict ? "MNT-04" : null));
    }

    [Test]
    public void Maintenance_of_the_same_device_does_not_conflict()
    {
        var planned = new PlannedMaintenance(Interconnect.Channel("ch1"), "own", Window(0, 10));

        Assert.That(
            MaintenanceRules.NoOtherDevice.Decide(new(Interconnect.Channel("ch1"), "own", Window(0, 10), [planned])),
            Is.Null);
    }

    [TestCase(-10, 0, false)]
    [TestCase(-10, 1, true)]
    [TestCase(5, 10, true)]
    public void Scheduled_and_running_events_are_answered(int start, int end, bool listed)
    {
        Assert.That(MaintenanceRules.Listed.Decide(new ListedCase(Window(start, end), Now)), Is.EqualTo(listed));
    }

    [TestCase(1, 2, true)]
    [TestCase(-1, 2, true)]
    [TestCase(-2, 0, false)]
    [TestCase(2, 2, false)]
    [TestCase(3, 2, false)]
    public void A_window_runs_forwards_and_is_not_over(int start, int end, bool usable)
    {
        var refusal = MaintenanceRules.Unusable(new(Now.AddMinutes(start), Now.AddMinutes(end), Now));

        Assert.That(refusal, usable ? Is.Null : Is.Not.Null);
    }

    private static MaintenanceWindow Window(int start, int end) => new(Now.AddMinutes(start), Now.AddMinutes(end));
}
