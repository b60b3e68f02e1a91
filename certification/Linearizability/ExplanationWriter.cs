using Harness.Certification.Reports;

namespace Harness.Certification.Linearizability;

/// <summary>Puts a violation into words.</summary>
internal sealed class ExplanationWriter<TState, TInput, TAnswer>(
    ISequentialModel<TState, TInput, TAnswer> model,
    MinimalViolation<TInput, TAnswer> violation)
    where TState : IEquatable<TState>
    where TAnswer : class
{
    // With more answers, or more orders of them, a list of every order tells a reader nothing.
    private const int MostAnswers = 4;
    private const int MostOrders = 8;
    private const int MostStates = 2;

    private readonly IReadOnlyList<HistoryOperation<TInput, TAnswer>> _core = violation.Core;
    private readonly IReadOnlyDictionary<int, string> _letters = CoreLetters.Of(violation);

    public Explanation Write(ViolationContext context) =>
        new(Headline(context.Requirements), [.. Answers()], [.. Intervals(), .. Orders()], [.. Aside(context)]);

    private string Headline(IReadOnlyList<string> requirements)
    {
        var broken = requirements.Count == 0 ? "" : $" ({string.Join(", ", requirements)})";
        return _core.Count == 1
            ? $"No one-at-a-time order explains this answer{broken}:"
            : $"No one-at-a-time order explains these {_core.Count} answers{broken}:";
    }

    private IEnumerable<string> Answers() => _core.Select(operation =>
        $"{_letters[operation.Id]}  {operation.Client}: {model.Describe(operation.Input)} -> "
        + $"{model.Describe(operation.Answer!)}  (from {operation.Called} to {operation.Returned})");

    private IEnumerable<string> Intervals()
    {
        if (_core.Count > MostAnswers)
            yield break;
        foreach (var one in _core)
        {
            var later = _core.Where(other => other.Called > one.Returned).Select(Letter).ToList();
            if (later.Count > 0)
                yield return $"{Letter(one)} had returned before {Listed(later, "and")} "
                    + $"{(later.Count == 1 ? "was" : "were")} called: {Letter(one)} comes first.";
        }

        var groups = _core.Select(one => _core.Where(one.Overlaps).Select(Letter).ToList())
            .Where(group => group.Count > 1)
            .DistinctBy(string.Concat)
            .ToList();
        foreach (var group in groups.Where(AllOverlap))
            yield return $"{Listed(group, "and")} were under way at once: "
                + $"{(group.Count == 2 ? "either" : "any of them")} may come first.";
    }

    private bool AllOverlap(List<string> letters)
    {
        var group = _core.Where(one => letters.Contains(Letter(one))).ToList();
        return group.TrueForAll(one => group.TrueForAll(one.Overlaps));
    }

    private IEnumerable<string> Orders()
    {
        yield return $"At first the state is: {model.Explain(model.Start(violation.Partition))}.";
        var trials = _core.Count > MostAnswers
            ? null
            : OrderTrials<TState, TInput, TAnswer>.Of(model, violation);
        if (trials is null)
        {
            yield return Furthest();
            yield break;
        }

        // Orders of the same operations that come to the same end are told once.
        var ends = trials.GroupBy(trial => (string.Concat(Letters(trial.Placed).Order()), End(trial))).ToList();
        foreach (var end in ends.Take(MostOrders))
            yield return $"{Beginning([.. end])} the state is: {end.Key.Item2}";
        if (ends.Count > MostOrders)
            yield return $"So it is with {Words.Count(ends.Count - MostOrders, "further order")}.";
    }

    private string Beginning(IReadOnlyList<OrderTrial<TState>> orders) => orders switch
    {
        [{ Placed.Count: 0 }, ..] => "Before any of them",
        [var only] => $"After {string.Join(", then ", Letters(only.Placed))}",
        [var first, ..] => $"After {Listed([.. Letters(first.Placed).Order()], "and")}, in whichever order,",
        [] => throw new InvalidOperationException("a group of orders is never empty"),
    };

    private string End(OrderTrial<TState> trial)
    {
        var next = _core.Single(operation => operation.Id == trial.Next);
        var state = string.Join(", or ", trial.States.Take(MostStates).Select(model.Explain));
        var more = trial.States.Count > MostStates ? ", or another" : "";
        var excuse = trial.Refused ? "; no rival of it was under way, which would permit it" : "";
        return $"{state}{more}. There {Letter(next)} cannot be answered "
            + $"\"{model.Describe(next.Answer!)}\"{excuse}.";
    }

    private static string Listed(List<string> words, string last) => words.Count == 1
        ? words[0]
        : $"{string.Join(", ", words.SkipLast(1))} {last} {words[^1]}";

    private string Furthest()
    {
        var found = violation.Found;
        var order = string.Join(", ", Letters(found.Furthest));
        return $"{(order.Length == 0 ? "Before any of them" : $"After {order}, the longest beginning of an order,")} "
            + $"the state is: {found.State}. There {string.Join(" and ", Letters(found.Stuck))} cannot be answered so.";
    }

    private IEnumerable<string> Letters(IEnumerable<int> ids) =>
        ids.Where(_letters.ContainsKey).Select(id => _letters[id]);

    private IEnumerable<string> Aside(ViolationContext context)
    {
        var core = _core.Select(operation => operation.Id).ToHashSet();
        var lost = violation.Seen.Where(it => it.Outcome == Outcome.Unknown && !model.IsRead(it.Input)).ToList();
        var others = violation.Seen.Count(it => it.Outcome == Outcome.Known && !core.Contains(it.Id));
        if (others > 0)
            yield return others == 1
                ? "Not needed: the answer of the other operation; whatever it had been, no order would do."
                : $"Not needed: the answers of the {others} other operations; whatever they had been, "
                    + "no order would do.";
        if (lost.Count > 0)
            yield return $"Without an answer: {string.Join("; ", lost.Select(it => model.Describe(it.Input)))}. "
                + "Whether and when that happened is not known; no possibility helps.";
        if (!violation.Complete)
            yield return "The time ended before every answer was tried: fewer of them might do.";
        if (context.Replay is { } replay)
            yield return $"Replay it with: {replay}";
        if (context.Reproduced is var (times, of))
            yield return $"Reproduced {times} of {of}.";
    }

    private string Letter(HistoryOperation<TInput, TAnswer> operation) => _letters[operation.Id];
}
