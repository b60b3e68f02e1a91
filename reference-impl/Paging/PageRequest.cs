namespace Harness.Reference.Paging;

/// <summary>The part of a collection that a caller asks for.</summary>
/// <param name="Collection">Name of the collection, with whatever else the query is made of.</param>
/// <param name="Size">How many items to answer at most (COM-06).</param>
/// <param name="After">Position of the last item of the page before; null for the first page.</param>
public sealed record PageRequest(string Collection, int Size, string? After)
{
    /// <summary>How many items to fetch: one more than asked for tells whether there is a further page.</summary>
    public int Fetch => Size + 1;
}
