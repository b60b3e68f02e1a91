using Harness.Reference.Clock;
using NUnit.Framework;

namespace Harness.Tests.Reference.Clock;

public sealed class ControllableClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Test]
    public void The_clock_stands_still_until_it_is_advanced()
    {
        var clock = new ControllableClock(Start);

        Assert.That(clock.GetUtcNow(), Is.EqualTo(Start));
        Assert.That(clock.Advance(TimeSpan.FromSeconds(7199)), Is.EqualTo(Start.AddSeconds(7199)));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Start.AddSeconds(7199)));
    }

    [Test]
    public void The_clock_does_not_run_backwards_nor_past_its_end()
    {
        var clock = new ControllableClock(Start);

        Assert.That(() => clock.Advance(TimeSpan.FromTicks(-1)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => clock.Advance(TimeSpan.MaxValue), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Start));
    }

    [Test]
    public void Timers_fire_in_order_when_the_clock_passes_them_and_see_the_time_they_were_due()
    {
        var clock = new ControllableClock(Start);
        var fired = new List<(string, TimeSpan)>();
        void Note(object? name) => fired.Add(((string)name!, clock.GetUtcNow() - Start));
        using var late = clock.CreateTimer(Note, "late", TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(Note, "often", TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15));
        using var never = clock.CreateTimer(Note, "never", TimeSpan.FromSeconds(31), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.That(fired, Is.EqualTo(new[]
        {
            ("often", TimeSpan.FromSeconds(15)),
            ("late", TimeSpan.FromSeconds(20)),
            ("often", TimeSpan.FromSeconds(30)),
        }));
    }

    [Test]
    public void A_disposed_timer_does_not_fire()
    {
        var clock = new ControllableClock(Start);
        var fired = false;
        clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That(fired, Is.False);
    }
}
