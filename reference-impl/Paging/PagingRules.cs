using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Paging;

/// <summary>Rules of all list operations.</summary>
public static class PagingRules
{
    /// <summary>Page size of a call that asks for none; the source fixes it for issues only (ISS-03).</summary>
    public const int DefaultSize = 50;

    /// <summary>Largest page; a larger size is coerced to it. Fixed by the source for issues only (ISS-03).</summary>
    public const int LargestSize = 1000;

    /// <summary>A page size is no negative number.</summary>
    public static readonly RefusalRule<int?> SizeNotNegative = new(
        "COM-06",
        "page-size-not-negative",
        size => size < 0
            ? new Refusal(
                ErrorCode.InvalidPageSize,
                $"expected pageSize to be 0 or more, found {size}; leave it out for the default")
            : null);

    /// <summary>How many items a page holds at most.</summary>
    public static readonly Rule<PageSizeCase, int> Size = new("COM-06", "page-size", Bounded);

    /// <summary>How many issues or comments a page holds at most.</summary>
    public static readonly Rule<PageSizeCase, int> IssueSize = new("ISS-03", "page-size", Bounded);

    /// <summary>A page token leads on in the query that it was issued for and in no other.</summary>
    public static readonly RefusalRule<PageTokenCase> TokenOfThisQuery = new(
        "COM-07",
        "page-token-of-this-query",
        token => token.Authentic
            ? null
            : new Refusal(
                ErrorCode.InvalidPageToken,
                "expected a nextPageToken of this very list with the same pageSize, found another pageToken; "
                + "repeat the call that issued it with nothing changed, or start again without a token"));

    public static IEnumerable<Rule> All => [SizeNotNegative, Size, IssueSize, TokenOfThisQuery];

    private static int Bounded(PageSizeCase size) =>
        size.Asked is null or 0 ? size.Default : Math.Min(size.Asked.Value, size.Most);
}
