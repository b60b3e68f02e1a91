using Harness.Features.Living;
using NUnit.Framework;

namespace Harness.Tests.Features.Living;

public sealed class CourseTests
{
    private readonly List<Stage> begun = [];
    private readonly SteppedTime time = new();
    private TaskCompletionSource gate = new();

    private enum Stage
    {
        Up,
        Down,
    }

    [SetUp]
    public void Begin()
    {
        begun.Clear();
        gate = new TaskCompletionSource();
    }

    [Test]
    public async Task A_change_is_begun_once_and_the_stage_is_reached_when_it_is_done()
    {
        await using var course = Course();

        var before = (course.Reach(Stage.Up), course.Reach(Stage.Up));
        gate.SetResult();
        var after = (course.Reach(Stage.Up), course.Reach(Stage.Up));

        Assert.That((before, after), Is.EqualTo(((false, false), (true, true))));
        Assert.That(begun, Is.EqualTo(new[] { Stage.Up }));
    }

    [Test]
    public async Task A_change_that_needs_no_time_is_done_in_the_turn_that_begins_it()
    {
        gate.SetResult();
        await using var course = Course();

        Assert.That(course.Reach(Stage.Up), Is.True);
    }

    [Test]
    public async Task A_change_that_failed_is_begun_again_after_a_pause()
    {
        await using var course = Course();
        course.Reach(Stage.Up);
        gate.SetException(new InvalidOperationException("refused"));

        course.Reach(Stage.Up);
        var atOnce = begun.Count;
        time.Advance(TimeSpan.FromSeconds(1));
        gate = new TaskCompletionSource();
        course.Reach(Stage.Up);

        Assert.That((atOnce, begun.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task A_change_that_another_has_overtaken_has_ended_before_that_one_begins()
    {
        var ended = false;
        await using var course = new Course<Stage>(
            async (stage, cancellation) =>
            {
                begun.Add(stage);
                if (stage == Stage.Up)
                    await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation)
                        .ContinueWith(_ => gate.Task, TaskScheduler.Default)
                        .Unwrap();
                ended |= stage == Stage.Up;
            },
            time);
        course.Reach(Stage.Up);

        course.Reach(Stage.Down);
        var during = begun.Count;
        gate.SetResult();
        await Reference.Eventually.SeeAsync(
            "the other stage", () => Task.FromResult(course.Reach(Stage.Down)), reached => reached);

        Assert.That((during, ended), Is.EqualTo((1, true)));
        Assert.That(begun, Is.EqualTo(new[] { Stage.Up, Stage.Down }));
    }

    [Test]
    public async Task After_a_change_that_was_given_up_nothing_is_taken_for_granted()
    {
        gate.SetResult();
        await using var course = Course();
        course.Reach(Stage.Down);
        gate = new TaskCompletionSource();
        course.Reach(Stage.Up);

        gate = new TaskCompletionSource();
        gate.SetResult();
        await Reference.Eventually.SeeAsync(
            "the stage before", () => Task.FromResult(course.Reach(Stage.Down)), reached => reached);

        Assert.That(begun, Is.EqualTo(new[] { Stage.Down, Stage.Up, Stage.Down }));
    }

    private Course<Stage> Course() => new(
        (stage, cancellation) =>
        {
            begun.Add(stage);
            return gate.Task.WaitAsync(cancellation);
        },
        time);
}
