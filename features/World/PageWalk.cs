using Harness.Certification.Checks;

namespace Harness.Features.World;

/// <summary>Follows the tokens of a list to its end (COM-06).</summary>
/// <param name="caller">Who lists.</param>
/// <param name="listing">What is listed.</param>
public sealed class PageWalk(Caller caller, Listing listing)
{
    // A page may be empty though others follow; a target that gives out tokens for ever has to be left in the end.
    private const int MostEmptyPages = 100;

    /// <summary>
    /// Every page in turn. A failed check where something comes twice: so a list without end is met with.
    /// </summary>
    /// <param name="pageSize">The parameter as it is sent; null for none.</param>
    /// <param name="between">What happens after each page and before the next one.</param>
    public async Task<IReadOnlyList<Page>> All(string? pageSize = null, Func<Page, Task>? between = null)
    {
        var pages = new List<Page>();
        var seen = new HashSet<string>();
        var empty = 0;
        string? token = null;
        do
        {
            var page = Page.Of((await caller.List(listing.Path, pageSize, token)).Accepted(), listing);
            foreach (var key in page.Keys)
                Check.That(
                    $"the {listing.Words} met with by following the tokens, page {pages.Count + 1}",
                    seen.Add(key),
                    "each once",
                    $"{key} a second time");
            pages.Add(page);
            empty = page.Keys.Count == 0 ? empty + 1 : 0;
            if (between is not null)
                await between(page);
            token = page.Token;
        }
        while (token is not null && empty < MostEmptyPages);
        return pages;
    }

    /// <summary>What tells all elements apart, in the order of the list.</summary>
    public async Task<IReadOnlyList<string>> Keys(string? pageSize = null) =>
        [.. (await All(pageSize)).SelectMany(page => page.Keys)];
}
