using Harness.Features.World;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class MaintenanceWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 10, 20, 30, 400, TimeSpan.Zero);

    [Test]
    public void A_window_has_whole_minutes()
    {
        var window = MaintenanceWindow.Tomorrow(Now, 0);
        Assert.That(window.Start, Is.EqualTo(new DateTimeOffset(2026, 3, 2, 10, 21, 0, TimeSpan.Zero)));
        Assert.That(window.End, Is.EqualTo(window.Start.AddMinutes(30)));
    }

    [Test]
    public void A_whole_minute_is_kept() => Assert.That(
        MaintenanceWindow.Soon(new DateTimeOffset(2026, 3, 1, 10, 20, 0, TimeSpan.Zero)).Start,
        Is.EqualTo(new DateTimeOffset(2026, 3, 1, 10, 25, 0, TimeSpan.Zero)));

    [Test]
    public void Scenarios_side_by_side_have_hours_of_their_own() => Assert.That(
        MaintenanceWindow.Tomorrow(Now, 1).Start,
        Is.GreaterThan(MaintenanceWindow.Tomorrow(Now, 0).AnHourLater.AnHourLater.End));
}
