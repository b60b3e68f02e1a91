namespace Harness.Features.Judging;

/// <summary>In which order a list of comments comes (ISS-03).</summary>
public enum CommentOrder
{
    NewestFirst,
    Otherwise,

    /// <summary>Those out of order carry the same time: a clock of whole seconds cannot tell them apart.</summary>
    Undecidable,
}

/// <summary>Judges the order of comments.</summary>
public static class CommentOrderJudge
{
    /// <param name="listed">Comments as listed: which one it was as they were made, from 0, and its time.</param>
    public static CommentOrder Judge(IReadOnlyList<(int Made, DateTimeOffset Time)> listed)
    {
        var order = CommentOrder.NewestFirst;
        for (var i = 1; i < listed.Count; i++)
        {
            var (earlier, later) = (listed[i - 1], listed[i]);
            if (earlier.Time < later.Time)
                return CommentOrder.Otherwise;
            if (earlier.Made < later.Made)
                order = earlier.Time == later.Time ? CommentOrder.Undecidable : CommentOrder.Otherwise;
            if (order == CommentOrder.Otherwise)
                return order;
        }

        return order;
    }
}
