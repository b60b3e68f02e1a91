namespace Harness.Features.World;

/// <summary>A window of maintenance, of whole minutes, which survive every notation of times.</summary>
/// <param name="Start">Its start.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct MaintenanceWindow(DateTimeOffset Start, TimeSpan Length)
{
    // Scenarios in other environments run at the same time, perhaps on the same devices: each has hours of its
    // own, so that their windows do not stand in each other's way (MNT-04).
    private const int HoursOfAScenario = 6;

    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Half an hour.</summary>
    /// <param name="start">Its start.</param>
    public MaintenanceWindow(DateTimeOffset start)
        : this(start, Usual)
    {
    }

    /// <summary>Its end.</summary>
    public DateTimeOffset End => Start + Length;

    /// <summary>The same, an hour later.</summary>
    public MaintenanceWindow AnHourLater => this with { Start = Start.AddHours(1) };

    /// <summary>A window that starts in five minutes, or up to one later.</summary>
    public static MaintenanceWindow Soon(DateTimeOffset now) => At(now.AddMinutes(5));

    /// <summary>The first window of tomorrow.</summary>
    /// <param name="now">By the target's clock.</param>
    /// <param name="slot">The environment that the scenario has to itself, from 0.</param>
    public static MaintenanceWindow Tomorrow(DateTimeOffset now, int slot) =>
        At(now.AddDays(1).AddHours(slot * HoursOfAScenario));

    private static MaintenanceWindow At(DateTimeOffset time)
    {
        var over = time.Ticks % Minute.Ticks;
        return new MaintenanceWindow(over == 0 ? time : time.AddTicks(Minute.Ticks - over));
    }
}
