using Harness.Features.Judging;
using NUnit.Framework;

namespace Harness.Tests.Features.Judging;

public sealed class DeviceGroupsTests
{
    [Test]
    public void A_pair_beside_two_groups_that_share_turns_deadlocks() =>
        Assert.That(Deadlock("abcd", "aecd", "be"), Is.True);

    [TestCase("abcd|aecd")]
    [TestCase("abcd|abcd-")]
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
    public void Of_many_groups_apart_only_the_deadlocked_ones_are_named()
    {
        var groups = Enumerable.Range(0, 20).Select(number => string.Concat(Enumerable.Range(0, 4)
            .Select(device => (char)(0x4E00 + (4 * number) + device))));
        Assert.That(Find([.. groups, "abcd", "aecd", "be"]), Is.EquivalentTo(["abcd", "aecd", "be"]));
    }

    [Test]
    public void An_interconnect_without_devices_is_none_to_maintain() => Assert.That(
        DeviceGroups.FindDeadlock(new Dictionary<string, IReadOnlySet<string>> { ["ix"] = new HashSet<string>() }),
        Is.Empty);

    private static bool Deadlock(params string[] groups) => Find(groups).Count > 0;

    // Each group is named after its devices, of one letter each; a second one of the same devices has a dash.
    private static IReadOnlyList<string> Find(params string[] groups) => DeviceGroups.FindDeadlock(
        groups.ToDictionary(
            group => group,
            group => (IReadOnlySet<string>)group.Where(char.IsLetter).Select(device => $"{device}").ToHashSet()));
}
