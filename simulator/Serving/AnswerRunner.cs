using Harness.Simulator.Behaviours;
using Harness.Simulator.Calling;
using Harness.Simulator.Defaults;

namespace Harness.Simulator.Serving;

/// <summary>Carries answers out: does what they say to the partner's state, and finds what goes back.</summary>
/// <param name="wellBehaved">What is done where nothing else is said.</param>
/// <param name="callTarget">Calls the target, with the ids of the request that is answered.</param>
/// <param name="clock">Measures delays and deadlines.</param>
internal sealed class AnswerRunner(
    WellBehavedPartner wellBehaved,
    Func<IReadOnlyList<TargetCall>, PartnerRequest, Task> callTarget,
    TimeProvider clock)
{
    /// <param name="answer">What to do.</param>
    /// <param name="request">The request.</param>
    /// <param name="gone">Ends when the caller has given up.</param>
    public async Task<Outcome> RunAsync(Answer answer, PartnerRequest request, CancellationToken gone)
    {
        switch (answer)
        {
            case Answer.Scripted scripted:
                return new Outcome.Replied(new PartnerReply(scripted.Status, scripted.Body, scripted.ContentType));
            case Answer.Dropped:
                return new Outcome.Closed("dropped by script");
            case Answer.WasReset:
                return new Outcome.WasReset();
            case Answer.Silent silent:
                await HasGoneAsync(silent.Deadline, gone);
                return new Outcome.Closed("never answered, by script");
            case Answer.Held held:
                return await held.Gate.PassAsync(held.Deadline, gone)
                    ? await RunAsync(held.Then, request, gone)
                    : Refused(503, $"gate {held.Gate.Name} was not released before the deadline");
            case Answer.Delayed delayed:
                await Task.Delay(delayed.By, clock, gone);
                return await RunAsync(delayed.Then, request, gone);
            case Answer.Calling calling:
                await callTarget(calling.Calls, request);
                return await RunAsync(calling.Then, request, gone);
            case Answer.WellBehaved:
                return new Outcome.Replied(wellBehaved.Answer(request));
            default:
                return await AfterAsync(answer, request, gone);
        }
    }

    // Those that do something first and then bend what goes back.
    private async Task<Outcome> AfterAsync(Answer answer, PartnerRequest request, CancellationToken gone)
    {
        switch (answer)
        {
            case Answer.ResponseHeld held:
                var kept = await RunAsync(held.First, request, gone);
                await held.Gate.PassAsync(held.Deadline, gone);
                return kept;
            case Answer.ResponseDelayed delayed:
                var slow = await RunAsync(delayed.First, request, gone);
                await Task.Delay(delayed.By, clock, gone);
                return slow;
            case Answer.CallingAfter calling:
                var done = await RunAsync(calling.First, request, gone);
                await callTarget(calling.Calls, request);
                return done;
            case Answer.TooLate late:
                var missed = await RunAsync(late.First, request, gone);
                await HasGoneAsync(late.Deadline, gone);
                return missed;
            case Answer.Repeated repeated:
                for (var time = 1; time < repeated.Times; time++)
                    await RunAsync(repeated.First, request, gone);
                return await RunAsync(repeated.First, request, gone);
            case Answer.Bending bending:
                var straight = await RunAsync(bending.First, request, gone);
                return straight is Outcome.Replied replied ? Bend(bending, replied) : straight;
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer, "no such answer");
        }
    }

    private static Outcome.Replied Bend(Answer.Bending how, Outcome.Replied replied) => how switch
    {
        Answer.Doubled => replied with { Delivery = Delivery.Doubled },
        Answer.Corrupted corrupted => Spoil(corrupted.How, replied),
        Answer.Followed followed => replied with { Afterwards = followed.Calls },
        Answer.Altered altered => replied with
        {
            Reply = replied.Reply with { Body = altered.Alteration.Of(replied.Reply.Body) },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "no such answer"),
    };

    private static Outcome.Replied Spoil(Corruption how, Outcome.Replied replied) => how switch
    {
        Corruption.Truncated => replied with { Delivery = Delivery.Truncated },
        Corruption.Endless => replied with { Delivery = Delivery.Endless },
        Corruption.Dripped => replied with { Delivery = Delivery.Dripped },
        Corruption.Mistyped => replied with { Reply = replied.Reply with { ContentType = "text/html" } },
        Corruption.Garbled => replied with { Reply = replied.Reply with { Body = "{\"name\":\uFFFD\u0001<" } },
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "no such corruption"),
    };

    private static Outcome.Replied Refused(int status, string why) => new(PartnerReply.Refuse(status, why));

    // A caller that gives up is what these wait for: it is no fault of theirs.
    private async Task HasGoneAsync(TimeSpan deadline, CancellationToken gone)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = gone.Register(() => signal.TrySetResult());
        using var end = new CancellationTokenSource(deadline, clock);
        await using var over = end.Token.Register(() => signal.TrySetResult());
        await signal.Task;
    }
}
