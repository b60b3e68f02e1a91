namespace Harness.Reference.Paging;

/// <summary>A page of a collection.</summary>
/// <param name="Items">The items, in the collection's order.</param>
/// <param name="NextPageToken">Leads to the next page; null on the last one (COM-06).</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextPageToken)
{
    /// <summary>The page with every item turned into another.</summary>
    public Page<TOther> Select<TOther>(Func<T, TOther> turn) => new([.. Items.Select(turn)], NextPageToken);
}
