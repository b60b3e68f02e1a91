namespace Harness.Certification.Linearizability;

/// <summary>One way in which an operation was answered, as moves between numbered states.</summary>
/// <param name="Input">What was asked, in words.</param>
/// <param name="Answer">What was answered, in words; null where no answer came.</param>
/// <param name="Contended">Whether a rival overlapped.</param>
/// <param name="Moves">From which state to which; none from a state in which it cannot be answered so.</param>
internal sealed record ExportedStep(
    string Input,
    string? Answer,
    bool Contended,
    IReadOnlyList<(int From, int To)> Moves);

/// <summary>A model as a table, as far as one partition's operations can lead it.</summary>
internal sealed record StepTable<TState, TInput, TAnswer>(
    IReadOnlyList<TState> States,
    IReadOnlyList<ExportedStep> Steps,
    IReadOnlyList<(HistoryOperation<TInput, TAnswer> Operation, int Step)> Operations)
    where TState : IEquatable<TState>
    where TAnswer : class
{
    /// <summary>Explores every state that any number of these operations in any order can reach.</summary>
    public static StepTable<TState, TInput, TAnswer> Of(
        ISequentialModel<TState, TInput, TAnswer> model,
        string partition,
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations,
        int mostStates)
    {
        var contended = Overlap.Contended(model, operations);
        // A read without an answer says nothing.
        var telling = operations.Zip(contended)
            .Where(it => it.First.Outcome == Outcome.Known || !model.IsRead(it.First.Input))
            .Select(it => (Operation: it.First, Key: (it.First.Input, it.First.Answer, Contended: it.Second)))
            .ToList();
        var keys = telling.Select(it => it.Key).Distinct().ToList();
        var numbers = new Dictionary<TState, int> { [model.Start(partition)] = 0 };
        var states = new List<TState>(numbers.Keys);
        var moves = keys.ConvertAll(_ => new List<(int, int)>());
        for (var from = 0; from < states.Count; from++)
        {
            foreach (var (step, key) in keys.Index())
            {
                foreach (var to in After(model, states[from], key))
                {
                    if (numbers.TryAdd(to, states.Count))
                        states.Add(to);
                    moves[step].Add((from, numbers[to]));
                }
            }

            if (states.Count > mostStates)
                throw new InvalidOperationException(
                    $"{partition}: expected at most {mostStates} states to be written out, found more");
        }

        var steps = keys.Zip(moves, (key, all) => new ExportedStep(
            model.Describe(key.Input),
            key.Answer is { } answer ? model.Describe(answer) : null,
            key.Contended,
            all));
        return new(states, [.. steps], [.. telling.Select(it => (it.Operation, keys.IndexOf(it.Key)))]);
    }

    // Without an answer it may also never have happened: then the state stays.
    private static IEnumerable<TState> After(
        ISequentialModel<TState, TInput, TAnswer> model,
        TState state,
        (TInput Input, TAnswer? Answer, bool Contended) key)
    {
        var after = model.Apply(state, key.Input, key.Answer, key.Contended);
        return (key.Answer is null ? after.Append(state) : after).Distinct();
    }
}
