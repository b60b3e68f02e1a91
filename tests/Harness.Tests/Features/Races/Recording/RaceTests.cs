using System.Net;
using Harness.Certification.Linearizability;
using Harness.Features.Races.Models;
using Harness.Features.Races.Recording;
using Harness.Features.Races.Rig;
using Harness.Tests.Features.Races.Rig;
using NUnit.Framework;

namespace Harness.Tests.Features.Races.Recording;

public sealed class RaceTests
{
    private static readonly KeyUseInput Create = new(0, KeyRequest.Create);
    private static readonly KeyUseInput Read = new(0, KeyRequest.Read);
    private static readonly KeyUseInput Confirm = new(0, KeyRequest.Confirm);

    [Test]
    public async Task Answers_that_some_order_explains_pass()
    {
        using var target = Target(HttpStatusCode.NotFound);
        var race = Of(target);
        await race.TogetherAsync([Read, Confirm]);

        Assert.That(Judge(race), Is.TypeOf<RaceVerdict.Explained>());
    }

    [Test]
    public async Task Answers_that_no_order_explains_are_a_violation()
    {
        using var target = Target(HttpStatusCode.OK);
        var race = Of(target);
        await race.TogetherAsync([Confirm, Create, Create]);

        Assert.That(Judge(race), Is.TypeOf<RaceVerdict.Violated>());
    }

    [Test]
    public async Task Requests_that_never_overlap_exercise_nothing()
    {
        using var target = Target(HttpStatusCode.NotFound);
        var race = Of(target);
        await race.QuietAsync([Read, Read]);

        Assert.That(Judge(race), Is.TypeOf<RaceVerdict.NotExercised>());
    }

    [Test]
    public void A_race_without_requests_exercises_nothing()
    {
        using var target = Target(HttpStatusCode.OK);
        Assert.That(Judge(Of(target)), Is.TypeOf<RaceVerdict.NotExercised>());
    }

    [Test]
    public async Task A_search_that_ends_early_decides_nothing()
    {
        using var target = Target(HttpStatusCode.OK);
        var race = Of(target);
        await race.TogetherAsync([Confirm, Create, Create]);

        Assert.That(
            race.Judge(new CheckBudget(1, TimeSpan.FromSeconds(1)), TimeProvider.System),
            Is.TypeOf<RaceVerdict.Undecided>());
    }

    [Test]
    public async Task A_write_without_an_answer_is_kept_as_unknown_and_a_read_without_one_is_dropped()
    {
        using var target = Target(HttpStatusCode.ServiceUnavailable);
        var race = Of(target);
        await race.BurstAsync([[Create], [Read]], Release.OneConnection);

        var kept = race.History.Operations.Single();
        Assert.That(kept.Input, Is.EqualTo(Create));
        Assert.That(kept.Outcome, Is.EqualTo(Outcome.Unknown));
        Assert.That(kept.Returned, Is.EqualTo(long.MaxValue));
    }

    [Test]
    public async Task What_the_target_never_took_on_is_dropped()
    {
        using var target = Target(HttpStatusCode.TooManyRequests);
        var race = Of(target);
        await race.BurstAsync([[Create], [Read]], Release.OneConnection);

        Assert.That(race.History.Operations, Is.Empty);
    }

    private static RaceVerdict Judge(Race<KeyUse, KeyUseInput, KeyUseAnswer> race) =>
        race.Judge(CheckBudget.Default, TimeProvider.System);

    private static StubLanes Target(HttpStatusCode status) => new((request, _) => Task.FromResult(
        new HttpResponseMessage(request.RequestUri!.AbsolutePath == "/Confirm" ? HttpStatusCode.OK : status)
        {
            Content = new StringContent("{\"keyValid\":true}"),
        }));

    private static Race<KeyUse, KeyUseInput, KeyUseAnswer> Of(StubLanes target) => new(
        target.Rig(),
        new RaceSubject<KeyUse, KeyUseInput, KeyUseAnswer>(
            new KeyUseModel(),
            input => $"k{input.Key}",
            input => caller => caller.Get($"{input.Request}"),
            (_, answer) => new KeyUseAnswer(answer.Status, answer.Status == 200),
            answer => !answer.IsDone));
}
