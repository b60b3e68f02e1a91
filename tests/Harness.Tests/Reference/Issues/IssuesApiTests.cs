using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Harness.Tests.Reference.Issues;

public sealed class IssuesApiTests
{
    private const string Issues = "/providers/borealis/issues";
    private const string Connection =
        "providers/borealis/environments/env-1/interconnects/ix1/connections/00000000-0000-4000-8000-000000000001";

    private TestReference reference = null!;

    [SetUp]
    public async Task Start() => reference = await TestReference.StartAsync();

    [TearDown]
    public async Task Stop() => await reference.DisposeAsync();

    [Test]
    public async Task An_issue_keeps_what_the_caller_says_and_gets_what_is_the_servers()
    {
        const string Body = $$$"""
            {"title":"Light is out","body":"No light on ch1.","priority":"PRIORITY_P1",
             "issueContext":"ISSUE_CONTEXT_CONNECTION_ISSUE","connectionContexts":[{"name":"{{{Connection}}}"}],
             "remoteIssueId":"T-1","remoteContactEmail":"noc@borealis.example",
             "state":"STATE_CLOSED","createTime":"2001-01-01T00:00:00Z","localIssueId":"mine","name":"wrong","later":{}}
            """;

        var created = await CreateAsync("i1", Body).AcceptedAsync();
        var read = await reference.Borealis.GetJsonAsync($"{Issues}/i1");

        Assert.That(read.ToJsonString(), Is.EqualTo(created.ToJsonString()));
        Assert.That((string?)read["name"], Is.EqualTo("providers/borealis/issues/i1"));
        Assert.That((string?)read["title"], Is.EqualTo("Light is out"));
        Assert.That((string?)read["priority"], Is.EqualTo("PRIORITY_P1"));
        Assert.That((string?)read["remoteIssueId"], Is.EqualTo("T-1"));
        Assert.That((string?)read["connectionContexts"]![0]!["name"], Is.EqualTo(Connection));
        Assert.That((string?)read["state"], Is.EqualTo("STATE_OPEN"));
        Assert.That((DateTimeOffset)read["createTime"]!, Is.EqualTo(TestReference.Start));
        Assert.That((string?)read["localIssueId"], Is.Not.Null.And.Not.EqualTo("mine"));
    }

    [TestCase("""{"body":"b"}""", "ISS-01")]
    [TestCase("""{"title":"t"}""", "ISS-01")]
    [TestCase("""{"title":"","body":"b"}""", "ISS-01")]
    [TestCase("""{"title":"t","body":"b","issueContext":"ISSUE_CONTEXT_CONNECTION_ISSUE"}""", "ISS-02")]
    [TestCase("""{"title":"t","body":"b","issueContext":"ISSUE_CONTEXT_INTERCONNECT_ISSUE"}""", "ISS-02")]
    [TestCase(
        """{"title":"t","body":"b","issueContext":"ISSUE_CONTEXT_INTERCONNECT_ISSUE","channelContexts":[]}""",
        "ISS-02")]
    [TestCase("""{"title":"t","body":"b","connectionContexts":[{"name":"x"}]}""", "COM-05")]
    [TestCase("""{"title":"t","body":"b","channelContexts":[{}]}""", "COM-05")]
    [TestCase("""{"title":"t","body":"b","priority":"PRIORITY_P9"}""", "COM-05")]
    [TestCase("""{"title":5,"body":"b"}""", "COM-05")]
    [TestCase("""["title"]""", "COM-05")]
    [TestCase("{", "COM-05")]
    public async Task An_issue_that_cannot_be_used_is_refused_and_not_kept(string body, string requirement)
    {
        await CreateAsync("i1", body).RefusedAsync(400, requirement);

        await reference.Borealis.GetAsync($"{Issues}/i1").RefusedAsync(404, "COM-02");
    }

    [Test]
    public async Task An_issue_without_an_id_is_refused_and_one_with_an_id_in_use_too()
    {
        await reference.Borealis.PostJsonAsync(Issues, Minimal()).RefusedAsync(400, "COM-08");
        await CreateAsync("i1", Minimal("first")).AcceptedAsync();
        await CreateAsync("i1", Minimal("second")).RefusedAsync(409);

        Assert.That((string?)(await reference.Borealis.GetJsonAsync($"{Issues}/i1"))["title"], Is.EqualTo("first"));
    }

    [Test]
    public async Task A_closed_issue_stays_readable_and_closed()
    {
        await CreateAsync("i1", Minimal()).AcceptedAsync();

        var closed = await reference.Borealis.PostJsonAsync($"{Issues}/i1/Close", "{}").AcceptedAsync();
        var again = await reference.Borealis.PostAsync($"{Issues}/i1/Close", null).AcceptedAsync();

        Assert.That((string?)closed["state"], Is.EqualTo("STATE_CLOSED"));
        Assert.That(again.ToJsonString(), Is.EqualTo(closed.ToJsonString()));
        Assert.That(
            (string?)(await reference.Borealis.GetJsonAsync($"{Issues}/i1"))["state"], Is.EqualTo("STATE_CLOSED"));
    }

    [Test]
    public async Task Comments_are_answered_newest_first_and_name_who_wrote_them()
    {
        await CreateAsync("i1", Minimal()).AcceptedAsync();
        foreach (var text in new[] { "one", "two", "three" })
        {
            var added = await reference.Borealis
                .PostJsonAsync($"{Issues}/i1/AddComment", $$$"""{"comment":{"body":"{{{text}}}","displayName":"x"}}""")
                .AcceptedAsync();
            Assert.That((string?)added["comment"]!["body"], Is.EqualTo(text));
            Assert.That((string?)added["comment"]!["displayName"], Is.EqualTo("Borealis Cloud"));
            Assert.That((string?)added["comment"]!["localCommentId"], Is.Not.Null);
        }

        var first = await reference.Borealis.GetJsonAsync($"{Issues}/i1/comments?pageSize=2");
        var second = await reference.Borealis.GetJsonAsync(
            $"{Issues}/i1/comments?pageSize=2&pageToken={first["nextPageToken"]}");

        Assert.That(Bodies(first).Concat(Bodies(second)), Is.EqualTo(new[] { "three", "two", "one" }));
        Assert.That(second["nextPageToken"], Is.Null);
    }

    [TestCase("{}")]
    [TestCase("""{"comment":{}}""")]
    [TestCase("""{"comment":{"body":" "}}""")]
    public async Task A_comment_without_a_body_is_refused(string body)
    {
        await CreateAsync("i1", Minimal()).AcceptedAsync();

        await reference.Borealis.PostJsonAsync($"{Issues}/i1/AddComment", body).RefusedAsync(400, "ISS-01");
    }

    [Test]
    public async Task A_page_holds_fifty_issues_unless_asked_otherwise()
    {
        for (var number = 0; number < 51; number++)
            await CreateAsync($"i{number}", Minimal()).AcceptedAsync();

        var first = await reference.Borealis.GetJsonAsync(Issues);
        var rest = await reference.Borealis.GetJsonAsync($"{Issues}?pageToken={first["nextPageToken"]}");
        var all = await reference.Borealis.GetJsonAsync($"{Issues}?pageSize=2000");

        Assert.That(first["issues"]!.AsArray(), Has.Count.EqualTo(50));
        Assert.That(rest["issues"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(all["issues"]!.AsArray(), Has.Count.EqualTo(51));
        await reference.Borealis.GetAsync($"{Issues}?pageSize=-1").RefusedAsync(400, "COM-06");
        await reference.Borealis.GetAsync($"{Issues}?pageSize=7&pageToken={first["nextPageToken"]}")
            .RefusedAsync(400, "COM-07");
    }

    [Test]
    public async Task Issues_of_one_provider_are_not_another_ones()
    {
        await CreateAsync("i1", Minimal()).AcceptedAsync();

        Assert.That((await reference.Cirrus.GetJsonAsync("/providers/cirrus/issues"))["issues"]!.AsArray(), Is.Empty);
        await reference.Cirrus.GetAsync($"{Issues}/i1").RefusedAsync(404, "COM-02");
    }

    [TestCase("GET", "/none")]
    [TestCase("POST", "/none/Close")]
    [TestCase("POST", "/none/AddComment")]
    [TestCase("GET", "/none/comments")]
    public async Task An_issue_that_is_not_there_is_answered_404(string method, string below)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Issues + below);
        if (method == "POST")
            request.Content = Answers.Body("""{"comment":{"body":"b"}}""");

        await reference.Borealis.SendAsync(request).RefusedAsync(404, "COM-02");
    }

    private static string Minimal(string title = "t") => $$"""{"title":"{{title}}","body":"b"}""";

    private static IEnumerable<string?> Bodies(JsonNode page) =>
        page["comments"]!.AsArray().Select(comment => (string?)comment!["body"]);

    private Task<HttpResponseMessage> CreateAsync(string id, string body) =>
        reference.Borealis.PostJsonAsync($"{Issues}?issueId={id}", body);
}
