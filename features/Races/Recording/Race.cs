using Harness.Certification.Linearizability;
using Harness.Features.Races.Rig;
using Harness.Features.World;

namespace Harness.Features.Races.Recording;

/// <summary>What a race is about: how its inputs are sent and its answers read.</summary>
/// <param name="Model">What is raced for, one request at a time.</param>
/// <param name="Partition">Whose requests an input is one of: partitions do not bear on one another.</param>
/// <param name="Send">The request of an input.</param>
/// <param name="Read">What an answer says of it.</param>
/// <param name="Refuses">Whether an answer is a refusal, which has no effect.</param>
public sealed record RaceSubject<TState, TInput, TAnswer>(
    ISequentialModel<TState, TInput, TAnswer> Model,
    Func<TInput, string> Partition,
    Func<TInput, RaceRequest> Send,
    Func<TInput, Answer, TAnswer> Read,
    Func<TAnswer, bool> Refuses)
    where TState : IEquatable<TState>
    where TAnswer : class;

/// <summary>
/// Bursts of requests for one thing, with quiet points between them, recorded as the clients saw them.
/// </summary>
/// <param name="rig">Makes the requests meet.</param>
/// <param name="subject">What the race is about.</param>
public sealed class Race<TState, TInput, TAnswer>(RaceRig rig, RaceSubject<TState, TInput, TAnswer> subject) : IRace
    where TState : IEquatable<TState>
    where TAnswer : class
{
    private const string Quiet = "quiet";
    private static readonly TimeSpan ToTell = TimeSpan.FromSeconds(20);
    private readonly List<HistoryOperation<TInput, TAnswer>> operations = [];
    private readonly List<int> quietPoints = [];

    public string Model => subject.Model.Name;

    public int Recorded => operations.Count;

    /// <summary>An input in words.</summary>
    public string Describe(TInput input) => subject.Model.Describe(input);

    /// <summary>What was recorded so far.</summary>
    public History<TInput, TAnswer> History => new([.. operations]);

    /// <summary>Lets several clients go at once; each makes its requests one after the other.</summary>
    /// <returns>The replies of all, client by client.</returns>
    public async Task<IReadOnlyList<Reply>> BurstAsync(
        IReadOnlyList<IReadOnlyList<TInput>> clients,
        Release release)
    {
        var replies = await rig.BurstAsync(
            [.. clients.Select(inputs => (IReadOnlyList<RaceRequest>)[.. inputs.Select(subject.Send)])],
            release);
        foreach (var (client, inputs) in clients.Index())
            foreach (var (index, input) in inputs.Index())
                Record($"client {client + 1}", input, replies[client][index]);
        return [.. replies.SelectMany(reply => reply)];
    }

    /// <summary>One request each of as many clients, which all have to be answered.</summary>
    public async Task<IReadOnlyList<Answer>> TogetherAsync(IEnumerable<TInput> inputs) =>
        [.. (await BurstAsync([.. inputs.Select(input => (IReadOnlyList<TInput>)[input])], Release.OneConnection))
            .Select(RaceRig.AnswerOf)];

    /// <summary>Requests one after the other while nothing else is under way.</summary>
    public async Task QuietAsync(IEnumerable<TInput> inputs)
    {
        foreach (var input in inputs)
        {
            var reply = await rig.AloneAsync(subject.Send(input));
            Record(Quiet, input, reply);
            // A target that has gone silent would make each further request wait for its deadline.
            if (reply is Reply.Unknown { Answer: null })
                return;
        }

        quietPoints.Add(operations.Count);
    }

    /// <summary>Notes that somebody else asks for this, whose outcome nobody here sees.</summary>
    public void Assume(string client, TInput input) =>
        Record(client, input, new Reply.Unknown(rig.Stamps.Next(), "not ours", null, null));

    public RaceVerdict Judge(CheckBudget budget, TimeProvider time, int leastOverlapping = 1)
    {
        var history = History;
        var results = LinearizabilityChecker.Check(subject.Model, history, budget, time, leastOverlapping);
        foreach (var violation in results.OfType<CheckResult.Violation>())
            return new RaceVerdict.Violated(
                violation.Partition,
                context => Tell(history, violation.Partition, context, budget, time));
        foreach (var unknown in results.OfType<CheckResult.Unknown>())
            return new RaceVerdict.Undecided(
                $"{unknown.Partition}: {unknown.Why}; make the bursts smaller, or the budget larger");
        var quiet = results.OfType<CheckResult.NotExercised>().ToList();
        // One thing that was raced for is enough: which of several it is, the plan leaves to chance.
        foreach (var idle in quiet.Take(quiet.Count == results.Count ? 1 : 0))
            return new RaceVerdict.NotExercised(
                $"{idle.Partition}: {idle.Overlapping} pairs of requests overlapped, and {idle.Least} have to: see "
                + "whether the target answers them, and run this again");
        return results.Count == 0
            ? new RaceVerdict.NotExercised("no request of the race was answered: see whether the target answers")
            : new RaceVerdict.Explained(history.Operations.Count);
    }

    public void Export(Stream output) => HistoryExport.Write(subject.Model, History, output);

    private ToldViolation Tell(
        History<TInput, TAnswer> history,
        string partition,
        ViolationContext context,
        CheckBudget budget,
        TimeProvider time)
    {
        var (model, latest) = new QuietPoints<TState, TInput, TAnswer>(subject.Model, budget, time)
            .Since(history, partition, quietPoints);
        var telling = WithoutRefusals(model, latest, partition, budget, time);
        var smallest = Minimiser.Minimise(model, telling, partition, budget with { Time = ToTell }, time)
            ?? throw new InvalidOperationException($"{partition}: what was a violation is none any more");
        smallest = smallest with { Seen = latest.Of(partition) };
        var words = Explanation.Of(model, smallest, context);
        return new ToldViolation(words, TimelinePicture.Of(model, smallest, words));
    }

    // A refusal has no effect, and bears on other refusals only, as their rival: without any of them what is left is
    // illegal only if it was before.
    private History<TInput, TAnswer> WithoutRefusals(
        ISequentialModel<TState, TInput, TAnswer> model,
        History<TInput, TAnswer> history,
        string partition,
        CheckBudget budget,
        TimeProvider time)
    {
        var rest = new History<TInput, TAnswer>([.. history.Operations.Where(operation =>
            operation.Partition == partition
            && (operation.Answer is not { } answer || subject.Model.IsRead(operation.Input)
                || !subject.Refuses(answer)))]);
        return LinearizabilityChecker.Check(model, rest, budget, time, leastOverlapping: 0)
            .Any(result => result is CheckResult.Violation)
            ? rest
            : history;
    }

    private void Record(string client, TInput input, Reply reply)
    {
        var (called, returned, answer) = reply switch
        {
            Reply.Known known => (known.Called, known.Returned, subject.Read(input, known.Answer)),
            Reply.Unknown unknown => (unknown.Called, long.MaxValue, null),
            _ => (0L, 0L, null),
        };
        if (called == 0 || (answer is null && subject.Model.IsRead(input)))
            return;
        operations.Add(new HistoryOperation<TInput, TAnswer>(
            operations.Count + 1,
            client,
            subject.Partition(input),
            input,
            called,
            returned,
            answer is null ? Outcome.Unknown : Outcome.Known,
            answer));
    }
}
