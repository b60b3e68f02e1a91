using Harness.Certification.Verdicts;
using Harness.Certification.Waiting;
using Harness.Features.Target;
using Harness.Features.World;
using NUnit.Framework;
using InconclusiveException = Harness.Certification.Verdicts.InconclusiveException;

namespace Harness.Tests.Features.World;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TargetClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, 123, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);

    private readonly List<string> notes = [];
    private int holds;
    private int held;

    [Test]
    public async Task A_standing_clock_is_advanced_to_the_very_moment()
    {
        var stub = new StubClock(Start);
        await Clock(stub).Pass(Start + TwoHours);
        Assert.That(stub.True, Is.EqualTo(Start + TwoHours));
    }

    [Test]
    public async Task A_clock_that_is_past_the_moment_is_left_alone()
    {
        var stub = new StubClock(Start);
        await Clock(stub).Pass(Start - Second);
        Assert.That(stub.Advances, Is.Empty);
    }

    [Test]
    public async Task A_running_clock_is_advanced_by_whole_seconds_past_the_moment()
    {
        var stub = new StubClock(Start) { Step = TimeSpan.FromMilliseconds(30) };
        await Clock(stub).Pass(Start + TwoHours);
        Assert.That(stub.Advances, Is.EqualTo(new[] { TwoHours }));
        Assert.That(stub.True, Is.GreaterThan(Start + TwoHours));
    }

    [Test]
    public async Task A_standing_clock_approaches_a_boundary_to_the_very_second()
    {
        var stub = new StubClock(Start);
        await Clock(stub).Approach(Start + TwoHours - Second, before: Start + TwoHours);
        Assert.That(stub.True, Is.EqualTo(Start + TwoHours - Second));
    }

    [Test]
    public async Task A_running_clock_approaches_a_boundary_and_does_not_reach_it()
    {
        var stub = new StubClock(Start) { Step = TimeSpan.FromMilliseconds(30) };
        await Clock(stub).Approach(Start + TwoHours - Second, before: Start + TwoHours);
        Assert.That(stub.True, Is.InRange(Start + TwoHours - 2 * Second, Start + TwoHours - Second / 2));
    }

    [Test]
    public async Task A_request_during_which_the_boundary_passes_is_inconclusive()
    {
        var stub = new StubClock(Start);
        var clock = Clock(stub);
        await clock.Approach(Start + TwoHours - Second, before: Start + TwoHours);
        await stub.Advance(Second);
        await Assert.ThatAsync(clock.StillShort, Throws.TypeOf<InconclusiveException>());
    }

    [Test]
    public Task A_boundary_that_has_passed_already_is_inconclusive() => Assert.ThatAsync(
        () => Clock(new StubClock(Start)).Approach(Start - Second, before: Start),
        Throws.TypeOf<InconclusiveException>());

    [Test]
    public async Task A_reading_in_whole_seconds_may_be_a_second_behind()
    {
        var whole = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
        var stub = new StubClock(whole) { Coarse = true };
        var clock = Clock(stub);
        await clock.Approach(whole, before: whole + Second);
        await Assert.ThatAsync(
            () => clock.Approach(whole, before: whole + Second / 2),
            Throws.TypeOf<InconclusiveException>());
    }

    [Test]
    public async Task A_running_clock_of_whole_seconds_is_brought_a_second_further()
    {
        var whole = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
        var stub = new StubClock(whole) { Coarse = true, Step = TimeSpan.FromMilliseconds(300) };
        await Clock(stub).Pass(whole + TwoHours);
        Assert.That(stub.True, Is.GreaterThanOrEqualTo(whole + TwoHours + Second));
    }

    [Test]
    public async Task A_standing_clock_of_whole_seconds_is_brought_to_the_very_moment()
    {
        var whole = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
        var stub = new StubClock(whole);
        var traits = new TargetTraits();
        await Clock(stub, traits).Pass(whole + TwoHours);
        Assert.That(stub.True, Is.EqualTo(whole + TwoHours));
        Assert.That(traits.Motion, Is.EqualTo(ClockMotion.Stands));
    }

    [Test]
    public Task A_clock_that_is_not_advanced_by_its_hook_is_the_target_files_fault() => Assert.ThatAsync(
        () => Clock(new StubClock(Start) { Stuck = true }).Pass(Start + TwoHours),
        Throws.TypeOf<BlameException>()
            .With.Property(nameof(BlameException.Blame)).EqualTo(Blame.Config)
            .And.Message.Contains("advanceClock"));

    [Test]
    public Task A_clock_that_nobody_moves_skips_the_scenario() => Assert.ThatAsync(
        () => Clock(new StubClock(Start, TimeMode.Skip)).Pass(Start + TwoHours),
        Throws.TypeOf<SkipException>().With.Message.Contains("time mode is skip"));

    [Test]
    public async Task A_clock_that_nobody_moves_does_no_harm_where_it_need_not_move()
    {
        var stub = new StubClock(Start, TimeMode.Skip);
        await Clock(stub).Pass(Start);
        Assert.That(stub.True, Is.EqualTo(Start));
    }

    [Test]
    public async Task Hours_of_real_time_are_waited_for_and_noted()
    {
        var stub = new StubClock(Start, TimeMode.Real) { Step = TimeSpan.FromMinutes(50) };
        await Clock(stub).Pass(Start + TwoHours);
        Assert.That(stub.Advances, Is.Empty);
        Assert.That(notes, Has.Count.EqualTo(1));
        Assert.That(notes[0], Does.Contain("02:00:00"));
        Assert.That((holds, held), Is.EqualTo((1, 0)), "the scenario's deadlines are held, and let go of");
    }

    [Test]
    public Task A_day_of_real_time_is_not_waited_for() => Assert.ThatAsync(
        () => Clock(new StubClock(Start, TimeMode.Real)).Pass(Start.AddDays(1)),
        Throws.TypeOf<SkipException>().With.Message.Contains("24 h"));

    [Test]
    public Task A_clock_that_stands_still_in_real_time_is_the_target_files_fault() => Assert.ThatAsync(
        () => Clock(new StubClock(Start, TimeMode.Real)).Pass(Start + 30 * Second),
        Throws.TypeOf<BlameException>().With.Message.Contains("clock.mode"));

    [Test]
    public void A_key_lifetime_that_is_not_known_skips_the_scenario() => Assert.That(
        () => Clock(new StubClock(Start)).KeyLifetime,
        Throws.TypeOf<SkipException>().With.Message.Contains("clock.keyLifetime"));

    [Test]
    public async Task The_beginning_is_the_reading_before_the_first_step()
    {
        var stub = new StubClock(Start) { KeyLifetime = TwoHours };
        var clock = Clock(stub);
        await clock.Begin();
        await clock.Pass(Start + clock.KeyLifetime);
        Assert.That(clock.Began, Is.EqualTo(Start));
        Assert.That(clock.Latest, Is.EqualTo(Start + TwoHours));
    }

    private TargetClock Clock(StubClock stub, TargetTraits? traits = null) => new(
        stub,
        traits ?? new TargetTraits(),
        new Patience(TimeSpan.FromSeconds(10), Second / 2, new HastyTime()),
        () => CancellationToken.None,
        notes.Add,
        () => new Hold(this));

    private sealed class Hold : IDisposable
    {
        private readonly TargetClockTests tests;

        public Hold(TargetClockTests tests)
        {
            this.tests = tests;
            tests.holds++;
            tests.held++;
        }

        public void Dispose() => tests.held--;
    }
}
