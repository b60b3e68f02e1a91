using Harness.Certification.Checks;
using Harness.Certification.Waiting;
using NUnit.Framework;

namespace Harness.Tests.Certification.Waiting;

[TestFixture]
public sealed class WaitTests
{
    private static readonly Patience Patient =
        new(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(1), TimeProvider.System);

    private static readonly Patience Impatient = Patient with { Deadline = TimeSpan.FromMilliseconds(20) };

    [Test]
    public async Task A_wait_ends_with_what_was_wanted()
    {
        var looks = 0;

        var seen = await Wait.UntilAsync(
            "the count", _ => Task.FromResult(++looks), it => it == 3, "three", Patient, CancellationToken.None);

        Assert.That((seen, looks), Is.EqualTo((3, 3)));
    }

    [Test]
    public void What_never_comes_fails_with_what_was_seen_last()
    {
        Assert.That(
            () => Wait.UntilAsync(
                "the state", _ => Task.FromResult("PENDING"), it => it == "FINAL", "FINAL", Impatient, default),
            Throws.TypeOf<CheckFailedException>().With.Message.EqualTo(
                "the state: expected FINAL within 0.02 s, found \"PENDING\""));
    }

    [Test]
    public void A_look_that_does_not_end_ends_with_the_deadline()
    {
        var never = new TaskCompletionSource<bool>();

        Assert.That(
            () => Wait.UntilAsync("the answer", _ => never.Task, Impatient, default),
            Throws.TypeOf<CheckFailedException>().With.Message.EndsWith("nothing: the first look did not end"));
    }

    [Test]
    public async Task What_stays_as_wanted_is_watched_to_the_end()
    {
        var looks = 0;

        await Wait.StaysAsync("it", _ => Task.FromResult(++looks), _ => true, "still", Impatient, default);

        Assert.That(looks, Is.Positive);
    }

    [Test]
    public void What_changes_while_it_is_watched_fails()
    {
        var looks = 0;

        Assert.That(
            () => Wait.StaysAsync(
                "the count", _ => Task.FromResult(++looks), it => it < 3, "below 3", Patient, default),
            Throws.TypeOf<CheckFailedException>().With.Message.EqualTo(
                "the count: expected below 3, and to stay so, found 3"));
    }

    [Test]
    public void A_cancelled_wait_is_not_a_failed_check()
    {
        using var cancelled = new CancellationTokenSource();

        Assert.That(
            () => Wait.UntilAsync(
                "it",
                async _ =>
                {
                    await cancelled.CancelAsync();
                    return false;
                },
                Patient,
                cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }
}
