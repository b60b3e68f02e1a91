namespace Harness.Certification.Linearizability;

/// <summary>One order of a core's operations, as far as it goes.</summary>
/// <param name="Placed">Ids of those that can be answered so in this order.</param>
/// <param name="Next">Id of the one that then cannot.</param>
/// <param name="States">States that the order leads to, none of which permits the answer.</param>
/// <param name="Refused">
/// Whether the answer would be legal if a rival had been under way: a refusal that nothing excuses.
/// </param>
internal sealed record OrderTrial<TState>(
    IReadOnlyList<int> Placed,
    int Next,
    IReadOnlyList<TState> States,
    bool Refused);

/// <summary>
/// Tries every order of a core that the stamps allow, and says where each ends; what is unknown may have happened
/// wherever it helps.
/// </summary>
internal sealed class OrderTrials<TState, TInput, TAnswer>
    where TState : IEquatable<TState>
    where TAnswer : class
{
    // More operations of unknown outcome than this have too many ways of having happened to be told of.
    private const int MostUnknown = 16;
    private const int MostStates = 50_000;

    private readonly ISequentialModel<TState, TInput, TAnswer> _model;
    private readonly IReadOnlyList<HistoryOperation<TInput, TAnswer>> _core;
    private readonly IReadOnlyList<HistoryOperation<TInput, TAnswer>> _unknown;
    private readonly Dictionary<int, bool> _contended;
    private readonly string _partition;
    private readonly List<OrderTrial<TState>> _trials = [];
    private int _states;

    private OrderTrials(
        ISequentialModel<TState, TInput, TAnswer> model,
        MinimalViolation<TInput, TAnswer> violation)
    {
        _model = model;
        _partition = violation.Partition;
        _core = violation.Core;
        _unknown = [.. violation.Operations.Where(operation => operation.Outcome == Outcome.Unknown)];
        var contended = Overlap.Contended(model, violation.Operations);
        _contended = violation.Operations.Index().ToDictionary(it => it.Item.Id, it => contended[it.Index]);
    }

    /// <summary>Where each order ends; null where there are too many ways to try.</summary>
    public static IReadOnlyList<OrderTrial<TState>>? Of(
        ISequentialModel<TState, TInput, TAnswer> model,
        MinimalViolation<TInput, TAnswer> violation)
    {
        var trials = new OrderTrials<TState, TInput, TAnswer>(model, violation);
        if (trials._unknown.Count > MostUnknown)
            return null;
        trials.Try([], [(0u, model.Start(trials._partition))]);
        return trials._states > MostStates ? null : trials._trials;
    }

    private void Try(
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> placed,
        IReadOnlyCollection<(uint Happened, TState State)> states)
    {
        var left = _core.Except(placed).ToList();
        var reached = WithUnknown(states, left);
        foreach (var next in left.Where(one => left.All(other => other.Returned >= one.Called)))
        {
            var after = reached.SelectMany(it => Apply(it.State, next, next.Answer).Select(to => (it.Happened, to)));
            HashSet<(uint Happened, TState State)> possible = [.. after];
            if (possible.Count > 0)
                Try([.. placed, next], possible);
            else
                _trials.Add(new OrderTrial<TState>(
                    [.. placed.Select(operation => operation.Id)],
                    next.Id,
                    [.. states.Select(it => it.State).Distinct()],
                    !_contended[next.Id] && reached.Any(it => Excused(it.State, next))));
        }
    }

    // All that may be the case before the next of the core: whatever was called before what is left returned may
    // have happened, in any order.
    private HashSet<(uint Happened, TState State)> WithUnknown(
        IReadOnlyCollection<(uint Happened, TState State)> states,
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> left)
    {
        HashSet<(uint Happened, TState State)> all = [.. states];
        var waiting = new Queue<(uint Happened, TState State)>(states);
        var end = left.Min(operation => operation.Returned);
        while (_states <= MostStates && waiting.TryDequeue(out var from))
        {
            _states++;
            foreach (var (at, operation) in _unknown.Index().Where(it => it.Item.Called <= end))
            {
                var bit = 1u << at;
                foreach (var to in (from.Happened & bit) != 0 ? [] : Apply(from.State, operation, answer: null))
                {
                    if (all.Add((from.Happened | bit, to)))
                        waiting.Enqueue((from.Happened | bit, to));
                }
            }
        }

        return all;
    }

    private IEnumerable<TState> Apply(
        TState state,
        HistoryOperation<TInput, TAnswer> operation,
        TAnswer? answer) =>
        _model.Apply(state, operation.Input, answer, _contended[operation.Id]);

    private bool Excused(TState state, HistoryOperation<TInput, TAnswer> operation) =>
        _model.Apply(state, operation.Input, operation.Answer, contended: true).Any();
}
