using Harness.Certification.Bindings;

namespace Harness.Features.Steps;

/// <summary>
/// The target's clock short of a boundary and past it. What a scenario made began after the reading before its
/// first step and before the latest one, so the earlier counts short of a boundary and the later past it.
/// </summary>
[Binding]
public sealed class ClockSteps(World.World world)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [BeforeScenario("clock")]
    public Task TheClockIsRead() => world.Clock.Begin();

    [Given("the key is {int} second(s) short of its lifetime")]
    public Task TheKeyIsShortOfItsLifetime(int seconds) => ShortOf(world.Clock.KeyLifetime, seconds);

    [Given("the key is {int} second(s) past its lifetime")]
    public async Task TheKeyIsPastItsLifetime(int seconds)
    {
        var lifetime = world.Clock.KeyLifetime;
        await world.Clock.Pass(await world.Clock.Now() + lifetime + TimeSpan.FromSeconds(seconds));
    }

    [When("the clock is {int} second(s) short of 7 days after the connection was created")]
    public Task TheClockIsShortOfAWeek(int seconds) => ShortOf(Week, seconds);

    [When("the clock is still short of it")]
    public Task TheClockIsStillShortOfIt() => world.Clock.StillShort();

    private Task ShortOf(TimeSpan span, int seconds)
    {
        var boundary = world.Clock.Began + span;
        return world.Clock.Approach(boundary - TimeSpan.FromSeconds(seconds), before: boundary);
    }
}
