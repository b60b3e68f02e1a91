using Harness.Features.Judging;
using NUnit.Framework;

namespace Harness.Tests.Features.Judging;

public sealed class DeviceGroupsTests
{
    [Test]
    public void A_pair_beside_two_groups_that_share_turns_deadlocks() =>
        Assert.That(Deadlock("abcd", "aecd", "be"), Is.True);

    [TestCase("abcd|aecd")]
    [TestCase("abcd|abcd")]
    [TestCase("abcd|efgh")]
    [TestCase("abcd|ab")]
    [TestCase("abcd")]
    [TestCase("")]
    public void Groups_that_can_take_turns_do_not(string groups) =>
        Assert.That(Deadlock(groups.Split('|', StringSplitOptions.RemoveEmptyEntries)), Is.False);

    [Test]
    public void A_large_group_elsewhere_lends_no_turns() =>
        Assert.That(Deadlock("abcd", "aecd", "be", "uvwxyz"), Is.True);

    [Test]
    public void Groups_that_are_joined_late_are_judged_together() =>
        Assert.That(Deadlock("abcd", "xb", "aecd", "xe", "be"), Is.True);

    [Test]
    public void Many_groups_apart_beside_a_deadlock_are_judged_at_once()
    {
        var apart = Enumerable.Range(0, 40)
            .Select(number => Group("1234").Select(device => $"{number}-{device}").ToHashSet());
        IReadOnlySet<string>[] groups = [.. apart, Group("abcd"), Group("aecd"), Group("be")];
        Assert.That(DeviceGroups.Deadlock(groups), Is.True);
    }

    private static bool Deadlock(params string[] groups) => DeviceGroups.Deadlock([.. groups.Select(Group)]);

    private static IReadOnlySet<string> Group(string devices) => devices.Select(device => $"{device}").ToHashSet();
}
