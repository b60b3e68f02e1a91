namespace Harness.Certification.Linearizability;

/// <summary>One operation of a picture.</summary>
/// <param name="Id">Of the operation.</param>
/// <param name="Row">Of the picture, from 0.</param>
/// <param name="Left">Where its call is.</param>
/// <param name="Right">Where its return is; the picture's edge where there is none.</param>
internal sealed record TimelineBar(int Id, int Row, double Left, double Right);

/// <summary>Rows that belong to one client.</summary>
internal sealed record TimelineLane(string Client, int FirstRow, int Rows);

/// <summary>
/// Where the bars of a timeline are. Stamps count events, not time: so the distance between two of them is what the
/// words in the bars need, and only their order means something.
/// </summary>
internal sealed record TimelineLayout(
    IReadOnlyList<TimelineBar> Bars,
    IReadOnlyList<TimelineLane> Lanes,
    int Rows,
    double Width)
{
    private const double LeastGap = 15;
    private const double Edge = 18;

    /// <summary>Lays out operations.</summary>
    /// <param name="operations">In the order of their calls.</param>
    /// <param name="room">Least width of an operation's bar.</param>
    /// <param name="left">Where the first call may be.</param>
    /// <param name="least">Least width of the whole.</param>
    public static TimelineLayout Of<TInput, TAnswer>(
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations,
        Func<HistoryOperation<TInput, TAnswer>, double> room,
        double left,
        double least)
        where TAnswer : class
    {
        var at = Places(operations, room, left);
        var open = operations.Where(it => it.Outcome == Outcome.Unknown).Select(it => at[it.Called] + room(it) + Edge);
        var used = Math.Max(at.Values.DefaultIfEmpty(left).Max() + Edge, open.DefaultIfEmpty(0).Max());
        // A picture that is not full is stretched rather than left half empty.
        var stretch = used >= least ? 1 : (least - Edge - left) / (used - Edge - left);
        var width = Math.Max(used, least);
        double Right(HistoryOperation<TInput, TAnswer> it) =>
            it.Outcome == Outcome.Unknown ? width : left + ((at[it.Returned] - left) * stretch);
        var bars = new List<TimelineBar>();
        var lanes = new List<TimelineLane>();
        var row = 0;
        foreach (var client in operations.GroupBy(operation => operation.Client))
        {
            var rows = Rowed([.. client]);
            bars.AddRange(rows.Select(it => new TimelineBar(
                it.Operation.Id,
                row + it.Row,
                left + ((at[it.Operation.Called] - left) * stretch),
                Right(it.Operation))));
            var count = rows.Max(it => it.Row) + 1;
            lanes.Add(new TimelineLane(client.Key, row, count));
            row += count;
        }

        return new TimelineLayout(bars, lanes, row, width);
    }

    private static Dictionary<long, double> Places<TInput, TAnswer>(
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations,
        Func<HistoryOperation<TInput, TAnswer>, double> room,
        double left)
        where TAnswer : class
    {
        var returning = operations.Where(it => it.Outcome == Outcome.Known).ToLookup(it => it.Returned);
        var places = new Dictionary<long, double>();
        var last = left - LeastGap;
        var stamps = operations.Select(it => it.Called).Concat(returning.Select(it => it.Key));
        foreach (var stamp in stamps.Distinct().Order())
        {
            var needed = returning[stamp].Select(it => places[it.Called] + room(it)).DefaultIfEmpty(0).Max();
            last = places[stamp] = Math.Max(last + LeastGap, needed);
        }

        return places;
    }

    // A client that goes on after an answer was lost has two operations at once: they get a row each.
    private static List<(HistoryOperation<TInput, TAnswer> Operation, int Row)> Rowed<TInput, TAnswer>(
        IReadOnlyList<HistoryOperation<TInput, TAnswer>> operations)
        where TAnswer : class
    {
        var free = new List<long>();
        var rowed = new List<(HistoryOperation<TInput, TAnswer>, int)>();
        foreach (var operation in operations)
        {
            var row = free.FindIndex(until => until < operation.Called);
            if (row < 0)
            {
                row = free.Count;
                free.Add(0);
            }

            free[row] = operation.Returned;
            rowed.Add((operation, row));
        }

        return rowed;
    }
}
