using System.Text.Json.Nodes;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>
/// Issues that the partner reports, and comments on them. Issues cannot be deleted: they are left closed, and say
/// in their title that they come from a test.
/// </summary>
public sealed class Issues(World world)
{
    private readonly List<string> comments = [];

    /// <summary>The name of the latest issue.</summary>
    public IssueName Name { get; private set; } = world.Issue;

    /// <summary>What was sent for it.</summary>
    public JsonObject Sent { get; private set; } = [];

    /// <summary>The comments on it, as they were made.</summary>
    public IReadOnlyList<string> Comments => comments;

    /// <summary>All issues of the partner's.</summary>
    public Listing Listing => new("issues", $"{world.Parties.Partner}/issues", "issues");

    /// <summary>The body of an issue with which nothing is wrong.</summary>
    public JsonObject Body() => new()
    {
        ["title"] = $"Conformance test, please ignore: {world.Data.Line()}",
        ["body"] = world.Data.Text(),
    };

    /// <summary>Reports an issue under a new name.</summary>
    /// <param name="body">The issue.</param>
    /// <param name="id">Its id; null for one that any target takes.</param>
    public Task<Answer> Create(JsonObject body, string? id = null)
    {
        Name = world.Parties.Partner.Issue(id ?? world.Data.Id("issue"));
        comments.Clear();
        return CreateAgain(body);
    }

    /// <summary>Reports the latest issue again, with another body.</summary>
    public async Task<Answer> CreateAgain(JsonObject body)
    {
        Sent = body;
        var name = Name;
        var answer = await world.Partner.CreateIssue(name, body);
        if (answer.Status == 200)
            world.Cleanup.Add($"issue {name}, open", () => Close(name));
        return answer;
    }

    /// <summary>Comments on the latest issue, with a text that no other comment has.</summary>
    public Task<Answer> Comment(JsonObject? claims = null)
    {
        var comment = claims ?? [];
        var text = $"{world.Data.Id("comment")}: {world.Data.Text()}";
        comment["body"] = text;
        comments.Add(text);
        return Comment(Name, comment);
    }

    /// <summary>Comments without a body.</summary>
    public Task<Answer> CommentWithoutBody() => Comment(Name, []);

    private Task<Answer> Comment(IssueName issue, JsonObject comment) =>
        world.Partner.Post($"{issue}/AddComment", new JsonObject { ["comment"] = comment });

    private async Task Close(IssueName issue)
    {
        var answer = await world.Partner.Post($"{issue}/Close", new JsonObject());
        if (answer.Status >= 500)
            throw new CleanupException($"CloseIssue was answered {answer.Status}");
    }
}
