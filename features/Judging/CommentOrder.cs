namespace Harness.Features.Judging;

/// <summary>In which order a list of comments comes (ISS-03).</summary>
public enum CommentOrder
{
    NewestFirst,
    Otherwise,

    /// <summary>They are out of order, but all carry the same time: a coarse clock cannot tell them apart.</summary>
    Undecidable,
}

/// <summary>Judges the order of comments.</summary>
public static class CommentOrderJudge
{
    /// <summary>By their times; comments of one time may come in any order where others are told apart.</summary>
    /// <param name="listed">Comments as listed: which one it was as they were made, from 0, and its time.</param>
    public static CommentOrder Judge(IReadOnlyList<(int Made, DateTimeOffset Time)> listed)
    {
        var steps = listed.Zip(listed.Skip(1)).ToList();
        if (steps.Any(step => step.First.Time < step.Second.Time || (Rises(step) && !SameTime(step))))
            return CommentOrder.Otherwise;
        return steps.Any(Rises) && steps.All(SameTime)
            ? CommentOrder.Undecidable
            : CommentOrder.NewestFirst;
    }

    private static bool SameTime(((int Made, DateTimeOffset Time) First, (int Made,
        DateTimeOffset Time) Second) step) =>
        step.First.Time == step.Second.Time;

    private static bool Rises(((int Made, DateTimeOffset Time) First, (int Made, DateTimeOffset Time) Second) step) =>
        step.First.Made < step.Second.Made;
}
