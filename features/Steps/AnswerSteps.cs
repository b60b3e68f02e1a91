using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>What is asked of answers whatever the request was.</summary>
[Binding]
public sealed class AnswerSteps(World.World world)
{
    private Answer Current => world.Answers.Current;

    [Then("the answer is {int}")]
    public void TheAnswerIs(int status) =>
        Check.Equal($"the status of the answer to {Current.Request}", status, Current.Status);

    [Then("the answer is {int} or {int}")]
    public void TheAnswerIsOneOf(int one, int other) =>
        Check.OneOf($"the status of the answer to {Current.Request}", [one, other], Current.Status);

    [Then("the request is refused")]
    public void TheRequestIsRefused() => Check.That(
        $"the status of the answer to {Current.Request}",
        Current.IsRefusal,
        "a refusal, any 4xx",
        $"{Current.Status}");

    [Then("the request is refused with {int}")]
    public void TheRequestIsRefusedWith(int status) => TheAnswerIs(status);

    [Then("the request is refused with {int} or {int}")]
    public void TheRequestIsRefusedWithOneOf(int one, int other) => TheAnswerIsOneOf(one, other);

    [Then("every request is answered {int}")]
    public void EveryRequestIsAnswered(int status)
    {
        foreach (var answer in world.Answers.All)
            Check.Equal($"the status of the answer to {answer.Request}", status, answer.Status);
    }

    [Then("every request is answered {int} or {int}")]
    public void EveryRequestIsAnsweredOneOf(int one, int other)
    {
        foreach (var answer in world.Answers.All)
            Check.OneOf($"the status of the answer to {answer.Request}", [one, other], answer.Status);
    }

    [Then("every request is answered {int} or refused")]
    public void EveryRequestIsAnsweredOrRefused(int status)
    {
        foreach (var answer in world.Answers.All)
            Check.That(
                $"the status of the answer to {answer.Request}",
                answer.Status == status || answer.IsRefusal,
                $"{status} or a refusal, any 4xx",
                $"{answer.Status}");
    }

    [Then("every request is answered {int} or refused with {int}")]
    public void EveryRequestIsAnsweredOrRefusedWith(int status, int refusal) =>
        EveryRequestIsAnsweredOneOf(status, refusal);

    [Then("{int} of the requests is/are answered {int}")]
    public void SoManyAreAnswered(int count, int status) => Check.Equal(
        $"how many of {world.Answers.All.Count} requests at one time were answered {status}",
        count,
        world.Answers.All.Count(answer => answer.Status == status));

    [Then("at least one of the requests is answered {int}")]
    public void AtLeastOneIsAnswered(int status) => Check.That(
        $"how many of {world.Answers.All.Count} requests at one time were answered {status}",
        world.Answers.All.Any(answer => answer.Status == status),
        "one at least",
        $"none: {Shown.All(world.Answers.All.Select(answer => answer.Status))}");

    [Then("the other requests are refused with {int}")]
    public void TheOthersAreRefusedWith(int status)
    {
        foreach (var answer in world.Answers.All.Where(answer => answer.Status != 200))
            Check.Equal($"the status of the answer to {answer.Request} that lost", status, answer.Status);
    }

    [Then("the answer is an empty object")]
    public void TheAnswerIsAnEmptyObject() =>
        Check.Equal($"the number of fields in the answer to {Current.Request}", 0, Current.Object().Count);
}
