namespace Harness.Certification.Linearizability;

/// <summary>
/// Looks for an order of one partition's operations that explains their answers: Wing and Gong's search, with Lowe's
/// cache of what has been placed and the state it led to. Depth first, without recursion.
/// </summary>
internal sealed class OrderSearch<TState, TInput, TAnswer>
    where TState : IEquatable<TState>
    where TAnswer : class
{
    // The clock is read once in so many steps: reading it costs more than a step does.
    private const int StepsBetweenLooks = 512;

    private readonly ISequentialModel<TState, TInput, TAnswer> _model;
    private readonly string _partition;
    private readonly HistoryOperation<TInput, TAnswer>[] _operations;
    private readonly bool[] _contended;
    private readonly EntryList _entries;
    private readonly HashSet<(Placed Placed, TState State)> _seen = [];
    private readonly Stack<Frame> _frames = [];
    private readonly CheckBudget _budget;
    private readonly TimeProvider _time;
    private readonly long _begun;
    private long _steps;
    private int _open;
    private Placed _placed;
    private TState _state;
    private IReadOnlyList<int> _furthest = [];
    private TState _furthestState;

    /// <param name="model">What the resource does.</param>
    /// <param name="partition">Which partition.</param>
    /// <param name="operations">All of its operations.</param>
    /// <param name="budget">How long to look.</param>
    /// <param name="time">Clock of the budget.</param>
    public OrderSearch(
        ISequentialModel<TState, TInput, TAnswer> model,
        string partition,
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations,
        CheckBudget budget,
        TimeProvider time)
    {
        _model = model;
        _partition = partition;
        _budget = budget;
        _time = time;
        _begun = time.GetTimestamp();
        // Rivals are looked for among all; a read without an answer then has nothing to say.
        var contended = Overlap.Contended(model, operations);
        var telling = operations.Index()
            .Where(it => it.Item.Outcome == Outcome.Known || !model.IsRead(it.Item.Input))
            .ToArray();
        _operations = [.. telling.Select(it => it.Item)];
        _contended = [.. telling.Select(it => contended[it.Index])];
        _entries = new EntryList([.. _operations.Select(operation => (operation.Called, operation.Returned))]);
        _open = _operations.Count(operation => operation.Outcome == Outcome.Known);
        _placed = Placed.None(_operations.Length);
        _state = _furthestState = model.Start(partition);
    }

    /// <summary>Looks until there is an order, or none can be, or the budget ends.</summary>
    public CheckResult Run()
    {
        var entry = _entries.First;
        var after = 0;
        while (_open > 0)
        {
            if (BudgetEnded() is { } why)
                return new CheckResult.Unknown(_partition, why);
            if (entry != 0 && !EntryList.IsReturn(entry))
            {
                if (TryPlace(EntryList.OperationOf(entry), after))
                    (entry, after) = (_entries.First, 0);
                else
                    (entry, after) = (_entries.After(entry), 0);
                continue;
            }

            // What returned here has to come before anything else that is left, and cannot.
            if (_frames.Count == 0)
                return Violation();
            var undone = TakeBack();
            (entry, after) = (EntryList.CallOf(undone.Operation), undone.Choice + 1);
        }

        return new CheckResult.Linearizable(_partition, Order());
    }

    // Where a model leaves several states behind, each is a choice; those up to the one taken back are done with.
    private bool TryPlace(int operation, int from)
    {
        var asked = _operations[operation];
        var placed = _placed.With(operation);
        var choice = -1;
        foreach (var next in _model.Apply(_state, asked.Input, asked.Answer, _contended[operation]))
        {
            choice++;
            if (choice < from || !_seen.Add((placed, next)))
                continue;
            _frames.Push(new Frame(operation, choice, _placed, _state));
            var known = asked.Outcome == Outcome.Known;
            _entries.Lift(operation, returns: known);
            _open -= known ? 1 : 0;
            (_placed, _state) = (placed, next);
            Remember();
            return true;
        }

        return false;
    }

    private Frame TakeBack()
    {
        var frame = _frames.Pop();
        var known = _operations[frame.Operation].Outcome == Outcome.Known;
        _entries.Unlift(frame.Operation, returns: known);
        _open += known ? 1 : 0;
        (_placed, _state) = (frame.Placed, frame.State);
        return frame;
    }

    private void Remember()
    {
        if (_frames.Count > _furthest.Count)
            (_furthest, _furthestState) = (Order(), _state);
    }

    private List<int> Order() => [.. _frames.Reverse().Select(frame => _operations[frame.Operation].Id)];

    private CheckResult.Violation Violation()
    {
        var placed = _furthest.ToHashSet();
        var left = _operations.Where(operation => !placed.Contains(operation.Id)).ToList();
        var first = left.Min(operation => operation.Returned);
        var stuck = left.Where(operation => operation.Outcome == Outcome.Known && operation.Called <= first);
        return new CheckResult.Violation(
            _partition, _furthest, _model.Explain(_furthestState), [.. stuck.Select(operation => operation.Id)]);
    }

    private string? BudgetEnded()
    {
        if (++_steps > _budget.Steps)
            return $"no answer within {_budget.Steps} steps";
        return _steps % StepsBetweenLooks == 0 && _time.GetElapsedTime(_begun) > _budget.Time
            ? $"no answer within {_budget.Time.TotalSeconds:0.###} s, in {_steps} steps"
            : null;
    }

    private readonly record struct Frame(int Operation, int Choice, Placed Placed, TState State);
}
