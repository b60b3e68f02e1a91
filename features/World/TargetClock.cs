using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Certification.Waiting;
using Harness.Features.Target;

namespace Harness.Features.World;

/// <summary>
/// The target's clock in a scenario. A boundary in time is decided by readings alone: a request was made before
/// it where a reading after the request is still before it, and past it where a reading before the request is
/// past it already. Everything else is inconclusive.
/// </summary>
/// <param name="hooks">How the clock is read and moved.</param>
/// <param name="traits">What the run knows of it.</param>
/// <param name="settling">How often to look at a clock that has to be waited for.</param>
/// <param name="cancellation">Ends with the scenario.</param>
/// <param name="note">Takes a remark for the report.</param>
/// <param name="hold">Holds the scenario's deadlines while hours are waited for.</param>
public sealed class TargetClock(
    IClockHooks hooks,
    TargetTraits traits,
    Patience settling,
    Func<CancellationToken> cancellation,
    Action<string> note,
    Func<IDisposable> hold)
{
    // The longest wait that a run in real time is put to: the bake time with room to spare (MAC-04).
    private static readonly TimeSpan LongestRealWait = TimeSpan.FromHours(3);
    private static readonly TimeSpan SeldomLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WatchedLook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private DateTimeOffset? began;
    private DateTimeOffset? boundary;
    private DateTimeOffset? latest;

    /// <summary>How long an activation key is valid; skips where the target file does not say.</summary>
    public TimeSpan KeyLifetime => hooks.KeyLifetime
        ?? throw new SkipException(
            "the target file does not say how long activation keys are valid (clock.keyLifetime)");

    /// <summary>Whether the clock moves when it is asked to; it may stand still otherwise.</summary>
    public bool IsControlled => hooks.Mode == TimeMode.Controlled;

    /// <summary>The reading before the scenario's first step: no later than anything the scenario has done.</summary>
    public DateTimeOffset Began =>
        began ?? throw new InvalidOperationException("the clock was not read when the scenario began");

    /// <summary>The latest reading.</summary>
    public DateTimeOffset Latest =>
        latest ?? throw new InvalidOperationException("the clock has not been read in this scenario yet");

    /// <summary>Reads the clock before the first step.</summary>
    public async Task Begin() => began = await Now();

    /// <summary>Reads the clock.</summary>
    public async Task<DateTimeOffset> Now()
    {
        var now = await hooks.Now();
        latest = now;
        return now;
    }

    /// <summary>Brings the clock to a moment or past it.</summary>
    public async Task Pass(DateTimeOffset moment)
    {
        var now = await Now();
        moment += await Blur(now);
        if (now >= moment)
            return;
        await Move(moment, TimeSpan.FromSeconds(Math.Ceiling((moment - now).TotalSeconds)));
        now = await Now();
        if (now < moment)
            throw Unmoved(moment, now);
    }

    /// <summary>
    /// Brings the clock to a moment, or to less than a second before it, and not to a boundary that lies later.
    /// After the request that has to be made before the boundary, ask <see cref="StillShort"/>.
    /// </summary>
    /// <exception cref="InconclusiveException">The boundary has passed already.</exception>
    public async Task Approach(DateTimeOffset moment, DateTimeOffset before)
    {
        boundary = before;
        var by = TimeSpan.FromSeconds(Math.Floor((moment - await Now()).TotalSeconds));
        if (by > TimeSpan.Zero)
            await Move(moment, by);
        await StillShort();
    }

    /// <summary>Shows that the boundary of <see cref="Approach"/> has not been reached yet.</summary>
    /// <exception cref="InconclusiveException">It may have been.</exception>
    public async Task StillShort()
    {
        var limit = boundary ?? throw new InvalidOperationException("no boundary has been approached yet");
        var now = await Now();

        // A reading in whole seconds may lag behind by nearly one.
        if (IsWhole(now) ? now + Second > limit : now >= limit)
            throw new InconclusiveException(
                $"expected the request to be made before {Shown.Of(limit)} by the target's clock, which then showed "
                + $"{Shown.Of(now)}: which side of the boundary the request fell on cannot be told");
    }

    private static bool IsWhole(DateTimeOffset time) => time.Ticks % TimeSpan.TicksPerSecond == 0;

    private BlameException Unmoved(DateTimeOffset moment, DateTimeOffset now) => new(
        Blame.Config,
        $"expected the target's clock to reach {Shown.Of(moment)}, found it at {Shown.Of(now)}: "
        + (hooks.Mode == TimeMode.Controlled
            ? "check what the hooks advanceClock and readClock do"
            : "the clock does not run, so clock.mode cannot be real"));

    /// <summary>How far a clock that runs may be read behind: a second where it shows whole ones only.</summary>
    private async Task<TimeSpan> Blur(DateTimeOffset now)
    {
        if (!IsWhole(now) || hooks.Mode == TimeMode.Skip)
            return TimeSpan.Zero;
        if (traits.Motion == ClockMotion.Unknown)
            traits.Motion = hooks.Mode == TimeMode.Real ? ClockMotion.Runs : await Watch(now);
        return traits.Motion == ClockMotion.Runs ? Second : TimeSpan.Zero;
    }

    private async Task<ClockMotion> Watch(DateTimeOffset first)
    {
        var start = settling.Time.GetTimestamp();
        var found = await Wait.UntilAsync(
            "whether the target's clock runs",
            async _ => (Moved: await Now() != first, Over: settling.Time.GetElapsedTime(start) > 1.1 * Second),
            look => look.Moved || look.Over,
            "to be seen",
            settling with { Interval = WatchedLook, Deadline = settling.Deadline + Minute },
            cancellation());
        return found.Moved ? ClockMotion.Runs : ClockMotion.Stands;
    }

    private async Task Move(DateTimeOffset moment, TimeSpan by)
    {
        switch (hooks.Mode)
        {
            case TimeMode.Controlled:
                await hooks.Advance(by);
                return;
            case TimeMode.Real when by > LongestRealWait:
                throw new SkipException(
                    $"the clock would have to be waited for by {by.TotalHours:0.#} h: no more than "
                    + $"{LongestRealWait.TotalHours} h are waited for in real time");
            case TimeMode.Real:
                await WaitFor(moment, by);
                return;
            default:
                throw new SkipException("time mode is skip: nobody moves the target's clock or waits for it");
        }
    }

    private async Task WaitFor(DateTimeOffset moment, TimeSpan by)
    {
        using var held = hold();
        if (by > Minute)
        {
            note($"waits {by:c} for the target's clock to reach {Shown.Of(moment)}");
            await Reaches(moment - Minute, settling with { Interval = SeldomLook, Deadline = by + settling.Deadline });
        }

        await Reaches(moment, settling with { Deadline = 2 * Minute + settling.Deadline });
    }

    private async Task Reaches(DateTimeOffset moment, Patience patience)
    {
        try
        {
            await Wait.UntilAsync(
                "the target's clock",
                _ => Now(),
                now => now >= moment,
                $"{Shown.Of(moment)} or later",
                patience,
                cancellation());
        }
        catch (CheckFailedException)
        {
            throw Unmoved(moment, Latest);
        }
    }
}
