using Harness.Certification.Runs;
using Harness.Lab.Measuring.Meter;
using Harness.Lab.Pictures;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs.Timelines;

/// <summary>
/// What the channels of a lab go through during a scenario, and what becomes of the traffic meanwhile. Safe for several
/// threads.
/// </summary>
/// <param name="time">Real time.</param>
public sealed class LabTimeline(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long origin = time.GetTimestamp();
    private readonly List<(TimeSpan At, ChannelChange Change)> changes = [];
    private readonly List<(TimeSpan At, string Name)> begun = [];
    private readonly List<MeasuredTraffic> measured = [];

    /// <summary>A channel changes now.</summary>
    public void Say(ChannelChange change)
    {
        lock (gate)
            changes.Add((Now, change));
    }

    /// <summary>A phase begins now, and the one before it ends.</summary>
    /// <param name="name">What happens in it.</param>
    public void Begin(string name)
    {
        lock (gate)
            begun.Add((Now, name));
    }

    /// <summary>Traffic was measured.</summary>
    /// <param name="began">When both ends were told to begin, as a time stamp.</param>
    /// <param name="first">Where one end is.</param>
    /// <param name="second">Where the other is.</param>
    /// <param name="loss">What became of it.</param>
    public void Measured(long began, string first, string second, TwoWayLoss loss)
    {
        var at = time.GetElapsedTime(origin, began);
        lock (gate)
        {
            measured.Add(new MeasuredTraffic(at, $"{first} to {second}", loss.There));
            measured.Add(new MeasuredTraffic(at, $"{second} to {first}", loss.Back));
        }
    }

    /// <summary>Draws it, from the first phase until now; null where there was none.</summary>
    /// <param name="title">What was shown.</param>
    /// <param name="tenant">The customer whose features are drawn.</param>
    public Figure? Draw(string title, Tenant? tenant)
    {
        lock (gate)
        {
            if (begun.Count == 0)
                return null;
            var (from, to) = (begun[0].At, Now);
            var phases = Phases.Of(begun, measured, to);
            var tracks = ChannelTracks.Of(changes
                .Where(it => it.Change.Tenant is null || it.Change.Tenant == tenant)
                .Select(it => (it.At > from ? it.At - from : TimeSpan.Zero, it.Change)));
            return new Figure(
                "Channels and traffic over time",
                TimelinePicture.Of(title, tracks, phases, to > from ? to - from : TimeSpan.FromTicks(1)),
                TimelinePicture.Describe(phases));
        }
    }

    private TimeSpan Now => time.GetElapsedTime(origin);
}
