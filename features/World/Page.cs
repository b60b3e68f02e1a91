namespace Harness.Features.World;

/// <summary>A page of a list.</summary>
/// <param name="Answer">The answer that brought it.</param>
/// <param name="Keys">What tells its elements apart, in the order of the page.</param>
/// <param name="Token">Leads to the next page; null on the last one.</param>
public sealed record Page(Answer Answer, IReadOnlyList<string> Keys, string? Token)
{
    public static Page Of(Answer answer, Listing listing) => new(
        answer,
        [.. answer.List(listing.Field).Select(element => Json.Text(element, listing.Key) ?? "no name")],
        answer.Text("nextPageToken") is { Length: > 0 } token ? token : null);
}
