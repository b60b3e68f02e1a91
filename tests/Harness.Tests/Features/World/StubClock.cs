using Harness.Features.Target;
using Harness.Features.World;

namespace Harness.Tests.Features.World;

/// <summary>A target's clock that stands still, or goes on by a step with every look at it.</summary>
internal sealed class StubClock(DateTimeOffset start, TimeMode mode = TimeMode.Controlled) : IClockHooks
{
    private DateTimeOffset now = start;

    public TimeMode Mode => mode;

    public TimeSpan? KeyLifetime { get; init; }

    /// <summary>By how much it goes on after each reading.</summary>
    public TimeSpan Step { get; set; }

    /// <summary>Shows whole seconds only.</summary>
    public bool Coarse { get; init; }

    /// <summary>Does as if it had been advanced, and is not.</summary>
    public bool Stuck { get; init; }

    public List<TimeSpan> Advances { get; } = [];

    /// <summary>What time it is, whatever it shows.</summary>
    public DateTimeOffset True => now;

    public Task<DateTimeOffset> Now()
    {
        var shown = Coarse ? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)) : now;
        now += Step;
        return Task.FromResult(shown);
    }

    public Task Advance(TimeSpan by)
    {
        Advances.Add(by);
        if (!Stuck)
            now += by;
        return Task.CompletedTask;
    }
}
