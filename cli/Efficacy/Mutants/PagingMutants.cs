using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Lists repeat or drop what they hold (COM-06, ISS-03).</summary>
internal static class PagingMutants
{
    public static IEnumerable<Mutant> All =>
    [
        new("page-repeats-its-border", "COM-06", "a page of connections begins with the last one of the page before",
            Alter.Sql("c.uuid > @after", "c.uuid >= @after")),
        new("page-of-features-repeats-its-border", "COM-06", "a page of features begins with the last one before",
            Alter.Sql("feature_id > @after", "feature_id >= @after")),
        new("page-drops-its-border", "COM-06", "the first connection of every further page is left out",
            Alter.Sql(
                "c.uuid > @after",
                "c.uuid > @after AND (@after = '' OR c.uuid <> (SELECT MIN(n.uuid) FROM connections n "
                + "WHERE n.uuid > @after AND n.interconnect_id = c.interconnect_id))")),
        new("last-page-has-a-token", "COM-06", "the last page of channels carries a token that leads nowhere",
            Wire.Answers(ListChannels, (call, json) =>
            {
                if (call.Query("pageSize") is not null)
                    json.TryAdd("nextPageToken", "end");
            })),
        new("page-size-not-kept", "COM-06", "interconnects come all at once, whatever page size is asked for",
            Wire.Calls(ListInterconnects, call =>
            {
                call.Http.Request.QueryString = QueryString.Empty;
                return call.ProceedAsync();
            })),
        new("full-page-ends-the-list", "COM-06", "a page of features of the size asked for is taken for the last",
            Wire.Answers(ListFeatures, (_, json) => json.Remove("nextPageToken"))),
        new("largest-size-is-500", "COM-06", "a page size near the largest number is answered 500",
            Wire.Calls(ListConnections, call => call.Query("pageSize") == $"{int.MaxValue}"
                ? Task.FromResult(Reply.Of(500))
                : call.ProceedAsync())),
        new("paging-by-offset", "COM-06", "pages are counted, so that a list which shrinks or grows drops or repeats",
            Wire.Calls(ListConnections, PageByOffset)),
        new("pages-of-comments-repeat", "ISS-03", "a page of comments begins with the last one of the page before",
            Alter.Sql("issue = @issue AND id < @before", "issue = @issue AND id <= @before")),
        new("issues-unbounded", "ISS-03", "without a page size all issues come",
            Wire.Calls(ListIssues, call =>
            {
                if (call.Query("pageSize") is null)
                    call.Http.Request.QueryString = call.Http.Request.QueryString.Add("pageSize", "1000");
                return call.ProceedAsync();
            })),
        new("comments-by-text", "ISS-03", "comments come in the order of their texts",
            Wire.Answers(ListComments, json => json["comments"] = new JsonArray(
                [.. json["comments"]!.AsArray().OrderBy(one => $"{one!["body"]}").Select(one => one!.DeepClone())]))),
    ];

    private static async Task<Reply> PageByOffset(Call call)
    {
        var size = int.TryParse(call.Query("pageSize"), out var asked) && asked > 0 ? asked : 50;
        var from = int.TryParse(call.Query("pageToken"), out var offset) ? offset : 0;
        if (call.Query("pageToken") is { Length: > 0 } token && from == 0)
            return token.Length > 0 ? await call.ProceedAsync() : Reply.Of(400);
        call.Http.Request.QueryString = QueryString.Create("pageSize", "1000");
        var reply = await call.ProceedAsync();
        if (!reply.IsSuccess)
            return reply;
        var all = reply.Json()["connections"]?.AsArray() ?? [];
        var page = new JsonObject
        {
            ["connections"] = new JsonArray([.. all.Skip(from).Take(size).Select(one => one!.DeepClone())]),
        };
        if (from + size < all.Count)
            page["nextPageToken"] = $"{from + size}";
        return reply.WithJson(page);
    }
}
