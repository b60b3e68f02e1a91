using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Paging;

/// <summary>Reads what part of a collection a caller asks for, and cuts pages (COM-06, COM-07).</summary>
public sealed class Pager(RuleBook rules, PageTokens tokens)
{
    /// <summary>Reads the paging parameters of a list operation.</summary>
    /// <param name="collection">Name of the collection, such as <c>providers/p/environments</c>.</param>
    /// <param name="pageSize">The parameter as it came.</param>
    /// <param name="pageToken">The parameter as it came.</param>
    /// <param name="sizeRule">Decides the size; <see cref="PagingRules.Size"/> where nothing else is said.</param>
    public Outcome<PageRequest> Read(
        string collection, int? pageSize, string? pageToken, Rule<PageSizeCase, int>? sizeRule = null)
    {
        if (rules.Decide(PagingRules.SizeNotNegative, pageSize) is { } refusal)
            return refusal;
        var asked = new PageSizeCase(pageSize, PagingRules.DefaultSize, PagingRules.LargestSize);
        // A broken rule may let a negative size pass: a page still holds at least one item.
        var size = Math.Max(1, rules.Decide(sizeRule ?? PagingRules.Size, asked));
        if (string.IsNullOrEmpty(pageToken))
            return new PageRequest(collection, size, null);

        var (authentic, position) = tokens.Open(collection, size, pageToken);
        return rules.Decide(PagingRules.TokenOfThisQuery, new PageTokenCase(authentic)) is { } forged
            ? forged
            : new PageRequest(collection, size, position);
    }

    /// <summary>Cuts a page from the items that were fetched for it.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="fetched">Up to <see cref="PageRequest.Fetch"/> items after the position asked for, in the
    /// collection's order.</param>
    /// <param name="position">An item's position: unique, and stable while the item exists.</param>
    public Page<T> Cut<T>(PageRequest request, IReadOnlyList<T> fetched, Func<T, string> position)
    {
        if (fetched.Count <= request.Size)
            return new Page<T>(fetched, null);
        var last = fetched[request.Size - 1];
        return new Page<T>(
            [.. fetched.Take(request.Size)],
            tokens.Seal(request.Collection, request.Size, position(last)));
    }

    /// <summary>Cuts a page from a collection that is in memory, ordered by its items' ids.</summary>
    public Page<T> CutAll<T>(PageRequest request, IEnumerable<T> all, Func<T, string> id) => Cut(
        request,
        [
            .. all
                .Where(item => request.After is null || string.CompareOrdinal(id(item), request.After) > 0)
                .OrderBy(id, StringComparer.Ordinal)
                .Take(request.Fetch),
        ],
        id);
}
