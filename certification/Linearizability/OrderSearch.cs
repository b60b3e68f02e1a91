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
    private readonly Visited<TState> _visited = new();
    private readonly Stack<Frame> _frames = [];
    private readonly List<int> _candidates = [];
    private readonly CheckBudget _budget;
    private readonly TimeProvider _time;
    private readonly long _begun;
    private long _steps;
    private int _open;
    private Point _at;
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
        _furthestState = model.Start(partition);
        var none = Placed.None(_operations.Length);
        _visited.Add(none, _furthestState, none);
        _at = Enter(none, none, _furthestState);
    }

    /// <summary>Looks until there is an order, or none can be, or the budget ends.</summary>
    public CheckResult Run()
    {
        while (_open > 0)
        {
            if (BudgetEnded() is { } why)
                return new CheckResult.Unknown(_partition, why);
            if (_at.Next == _candidates.Count)
            {
                if (_frames.Count == 0)
                    return Violation();
                TakeBack();
            }
            else if (!TryPlace(_candidates[_at.Next]))
            {
                _at = _at with { Next = _at.Next + 1, Choice = 0 };
            }
        }

        return new CheckResult.Linearizable(_partition, Order());
    }

    // What may come next is all that was called before the first return that is left: what returned there has to
    // come before everything after it.
    private Point Enter(Placed known, Placed used, TState state)
    {
        var first = _candidates.Count;
        var at = new Point(known, used, state, first, first, Choice: 0);
        for (var entry = _entries.First; IsCall(entry); entry = _entries.After(entry))
        {
            var operation = EntryList.OperationOf(entry);
            if (!IsKnown(operation))
                continue;
            if (IsPlacedAtOnce(operation, state))
            {
                _candidates.RemoveRange(first, _candidates.Count - first);
                _candidates.Add(operation);
                return at;
            }

            _candidates.Add(operation);
        }

        // Those without an answer come last: nothing asks for them, unless another cannot be explained.
        for (var entry = _entries.First; IsCall(entry); entry = _entries.After(entry))
        {
            if (!IsKnown(EntryList.OperationOf(entry)))
                _candidates.Add(EntryList.OperationOf(entry));
        }

        return at;
    }

    // What changes nothing wherever it stands may as well stand here: any order in which it comes later is as good
    // with it here.
    private bool IsPlacedAtOnce(int operation, TState state)
    {
        var asked = _operations[operation];
        if (!_model.KeepsState(asked.Input, asked.Answer!))
            return false;
        var fits = false;
        foreach (var next in Apply(operation, state))
        {
            fits = next.Equals(state);
            if (!fits)
                return false;
        }

        return fits;
    }

    // Where a model leaves several states behind, each is a choice; those that were tried are done with.
    private bool TryPlace(int operation)
    {
        var known = IsKnown(operation);
        var placed = known ? _at.Known.With(operation) : _at.Known;
        var used = known ? _at.Used : _at.Used.With(operation);
        var choice = 0;
        foreach (var next in Apply(operation, _at.State))
        {
            // What need not have happened, and would have changed nothing, is not worth a place.
            if (choice++ < _at.Choice || (!known && next.Equals(_at.State)) || !_visited.Add(placed, next, used))
                continue;
            _frames.Push(new Frame(operation, _at with { Choice = choice }));
            _entries.Lift(operation, returns: known);
            _open -= known ? 1 : 0;
            Remember(next);
            _at = Enter(placed, used, next);
            return true;
        }

        return false;
    }

    private void TakeBack()
    {
        var frame = _frames.Pop();
        var known = IsKnown(frame.Operation);
        _candidates.RemoveRange(_at.First, _candidates.Count - _at.First);
        _entries.Unlift(frame.Operation, returns: known);
        _open += known ? 1 : 0;
        _at = frame.From;
    }

    private IEnumerable<TState> Apply(int operation, TState state) =>
        _model.Apply(state, _operations[operation].Input, _operations[operation].Answer, _contended[operation]);

    private bool IsKnown(int operation) => _operations[operation].Outcome == Outcome.Known;

    private static bool IsCall(int entry) => entry != 0 && !EntryList.IsReturn(entry);

    private void Remember(TState state)
    {
        if (_frames.Count > _furthest.Count)
            (_furthest, _furthestState) = (Order(), state);
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

    /// <summary>Where the search is, and what it tries next there.</summary>
    /// <param name="Known">What has been placed of those with an answer.</param>
    /// <param name="Used">What has been placed of those without one.</param>
    /// <param name="State">What that led to.</param>
    /// <param name="First">Where its candidates begin.</param>
    /// <param name="Next">The candidate that is tried next.</param>
    /// <param name="Choice">The first of that candidate's states that was not tried yet.</param>
    private readonly record struct Point(Placed Known, Placed Used, TState State, int First, int Next, int Choice);

    private readonly record struct Frame(int Operation, Point From);
}
