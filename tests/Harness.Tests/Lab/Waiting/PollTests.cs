using Harness.Lab.Waiting;
using NUnit.Framework;

namespace Harness.Tests.Lab.Waiting;

public sealed class PollTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Test]
    public async Task A_condition_that_holds_is_looked_at_once()
    {
        var looks = 0;

        var held = await Poll.UntilAsync(
            _ => Task.FromResult(++looks == 1), new Patience(TimeSpan.Zero, _second, new SteppedTime()), default);

        Assert.That((held, looks), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task A_condition_is_looked_at_again_until_it_holds()
    {
        var time = new SteppedTime();
        var looks = 0;
        var waiting = Poll.UntilAsync(
            _ => Task.FromResult(++looks == 2), new Patience(10 * _second, _second, time), default);
        await time.WaitForTimersAsync(TimeSpan.FromSeconds(30));

        time.Advance(_second);

        Assert.That((await waiting, looks), Is.EqualTo((true, 2)));
    }

    [Test]
    public async Task A_condition_that_does_not_come_to_hold_ends_at_the_deadline()
    {
        var time = new SteppedTime();
        var waiting = Poll.UntilAsync(_ => Task.FromResult(false), new Patience(_second, _second, time), default);
        await time.WaitForTimersAsync(TimeSpan.FromSeconds(30));

        time.Advance(_second);

        Assert.That(await waiting, Is.False);
    }
}
