using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Paging;
using Harness.Reference.Store;

namespace Harness.Reference.Issues;

/// <summary>The issues' and comments' rows.</summary>
internal static class IssueStore
{
    public static readonly JsonTypeInfo<Comment> CommentJson =
        (JsonTypeInfo<Comment>)ProtocolJson.ContractOptions.GetTypeInfo(typeof(Comment));

    /// <summary>Adds an issue; false where there is one of that name.</summary>
    public static async Task<bool> AddAsync(StoreTransaction transaction, IssueName name, Issue issue) =>
        await transaction.ExecuteAsync(
            """
            INSERT INTO issues (provider, issue_id, document) VALUES (@provider, @id, @document)
            ON CONFLICT (provider, issue_id) DO NOTHING
            """,
            new { provider = name.Provider.Provider, id = name.Id, document = Write(issue) }) == 1;

    public static Task<IssueRow?> FindAsync(StoreTransaction transaction, IssueName name) =>
        transaction.FindAsync<IssueRow>(
            "SELECT id, document FROM issues WHERE provider = @provider AND issue_id = @id",
            new { provider = name.Provider.Provider, id = name.Id });

    /// <summary>Issues in the order of their creation.</summary>
    public static Task<IReadOnlyList<IssueRow>> ListAsync(
        StoreTransaction transaction, ProviderName provider, PageRequest page) =>
        transaction.QueryAsync<IssueRow>(
            """
            SELECT id, document FROM issues WHERE provider = @provider AND id > @after ORDER BY id LIMIT @count
            """,
            new { provider = provider.Provider, after = PositionOf(page) ?? 0, count = page.Fetch });

    public static Task PutAsync(StoreTransaction transaction, long id, Issue issue) =>
        transaction.ExecuteOneAsync(
            "UPDATE issues SET document = @document WHERE id = @id", new { id, document = Write(issue) });

    public static Task AddCommentAsync(StoreTransaction transaction, long issue, Comment comment) =>
        transaction.ExecuteOneAsync(
            "INSERT INTO issue_comments (issue, document) VALUES (@issue, @document)",
            new { issue, document = JsonSerializer.Serialize(comment, CommentJson) });

    /// <summary>Comments, the newest first or last; those of one instant by the order of their arrival.</summary>
    public static Task<IReadOnlyList<CommentRow>> ListCommentsAsync(
        StoreTransaction transaction, long issue, PageRequest page, bool newestFirst) =>
        newestFirst
            ? transaction.QueryAsync<CommentRow>(
                """
                SELECT id, document FROM issue_comments WHERE issue = @issue AND id < @before
                ORDER BY id DESC LIMIT @count
                """,
                new { issue, before = PositionOf(page) ?? long.MaxValue, count = page.Fetch })
            : transaction.QueryAsync<CommentRow>(
                """
                SELECT id, document FROM issue_comments WHERE issue = @issue AND id > @after
                ORDER BY id LIMIT @count
                """,
                new { issue, after = PositionOf(page) ?? 0, count = page.Fetch });

    private static long? PositionOf(PageRequest page) => long.TryParse(page.After, out var id) ? id : null;

    private static string Write(Issue issue) => JsonSerializer.Serialize(issue, ProtocolJson.Default.Issue);
}
