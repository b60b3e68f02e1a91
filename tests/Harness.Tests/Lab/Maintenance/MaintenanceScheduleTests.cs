using Harness.Lab.Maintenance;
using Harness.Lab.Topology;
using NUnit.Framework;

namespace Harness.Tests.Lab.Maintenance;

public sealed class MaintenanceScheduleTests
{
    [Test]
    public void The_default_lab_deadlocks_at_one_provider_and_is_sound_at_the_other()
    {
        var lab = BuiltInLabs.Load(BuiltInLabs.Default);

        var deadlock = (MaintenanceSchedule.Deadlocked)MaintenanceSchedule.Of(lab, lab.Providers[0]);
        Assert.That($"{deadlock}", Is.EqualTo(
            "ix1 [a,b,c,d] and ix2 [a,c,d,e] and ix3 [b,e] leave no window for one of a, b, c, d, e: "
            + "there are 4, and no two devices of one interconnect may be down together"));
        Assert.That(MaintenanceSchedule.Of(lab, lab.Providers[1]), Is.TypeOf<MaintenanceSchedule.Sound>());
    }

    [Test]
    public void Without_the_planned_interconnect_the_default_lab_is_sound_and_two_devices_share_a_window()
    {
        var lab = BuiltInLabs.Load(BuiltInLabs.Default);

        var schedule = MaintenanceSchedule.Of(lab with { Interconnects = [.. lab.Wired] }, lab.Providers[0]);

        Assert.That(
            ((MaintenanceSchedule.Sound)schedule).Windows,
            Is.EqualTo(new[] { new[] { "a" }, ["c"], ["d"], ["b", "e"] }));
    }

    [TestCase("a b c d", "a b c d", "a b c d")]
    [TestCase("a b c d", "e f g h", "i j k l")]
    [TestCase("a b c d", "a e c d", "b f g h")]
    [TestCase("a b", "b c", "c d")]
    [TestCase("a b c d", "b e")]
    [TestCase("a b c", "a b c d e", "e f", "f a")]
    [TestCase]
    public void In_a_sound_schedule_every_device_has_one_window_and_no_interconnect_two_devices_down(
        params string[] groupings)
    {
        var all = Groupings(groupings);

        var windows = ((MaintenanceSchedule.Sound)MaintenanceSchedule.Of(all)).Windows;

        Assert.That(windows.SelectMany(it => it), Is.EquivalentTo(all.SelectMany(it => it.Devices).Distinct()));
        Assert.That(
            windows.SelectMany(window => all.Select(grouping => grouping.Devices.Intersect(window).Count())),
            Is.All.LessThanOrEqualTo(1));
        Assert.That(windows, Has.Count.EqualTo(all.Select(it => it.Devices.Count).DefaultIfEmpty(0).Max()));
    }

    [TestCase("a b c", "a b", "b c", "c a")]
    [TestCase("a b c d e", "a b c d", "a b c e", "d e")]
    [TestCase("a b c d e", "x y", "a b c d", "a e c d", "b e")]
    [TestCase("a b c d e", "a b c d", "a e c d", "b e", "d q r s")]
    [TestCase("a b c", "w x y z", "a b", "b c", "c a")]
    public void A_deadlock_names_the_devices_that_block_one_another(string expected, params string[] groupings)
    {
        var deadlock = (MaintenanceSchedule.Deadlocked)MaintenanceSchedule.Of(Groupings(groupings));

        Assert.That(deadlock.Devices, Is.EqualTo(expected.Split(' ')));
        Assert.That(deadlock.Interconnects.SelectMany(it => it.Devices).Distinct(), Is.SubsetOf(deadlock.Devices));
    }

    private static MaintenanceGrouping[] Groupings(string[] groupings) =>
        [.. groupings.Select((it, at) => new MaintenanceGrouping($"ix{at + 1}", it.Split(' ')))];
}
