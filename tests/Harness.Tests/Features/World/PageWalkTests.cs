using System.Net;
using System.Text;
using Harness.Certification.Checks;
using Harness.Features.World;
using Harness.Protocol.Client;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class PageWalkTests
{
    private static readonly Listing Things = new("things", "things", "things");

    [Test]
    public async Task Tokens_are_followed_to_the_page_without_one()
    {
        var pages = await Walk(
            """{"things":[{"name":"a"},{"name":"b"}],"nextPageToken":"1"}""",
            """{"things":[],"nextPageToken":"2"}""",
            """{"things":[{"name":"c"}],"nextPageToken":""}""").All("2");

        Assert.That(pages.SelectMany(page => page.Keys), Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(pages.Select(page => page.Answer.Path), Is.EqualTo(new[]
        {
            "things?pageSize=2", "things?pageSize=2&pageToken=1", "things?pageSize=2&pageToken=2",
        }));
        Assert.That(pages[^1].Token, Is.Null);
    }

    [Test]
    public void What_comes_twice_fails_and_so_ends_a_list_that_runs_in_a_circle()
    {
        var walk = Walk("""{"things":[{"name":"a"}],"nextPageToken":"again"}""");

        Assert.That(
            () => walk.All(),
            Throws.InstanceOf<CheckFailedException>().With.Property("Found").EqualTo("a a second time"));
    }

    [Test]
    public async Task A_list_of_empty_pages_without_end_is_left_with_its_token()
    {
        var pages = await Walk("""{"things":[],"nextPageToken":"more"}""").All();

        Assert.That(pages, Has.Count.EqualTo(100));
        Assert.That(pages[^1].Token, Is.EqualTo("more"));
    }

    [Test]
    public void A_refused_page_fails()
    {
        var walk = new PageWalk(Caller(HttpStatusCode.BadRequest, "{}"), Things);

        Assert.That(() => walk.All(), Throws.InstanceOf<CheckFailedException>());
    }

    [Test]
    public async Task What_happens_between_pages_sees_every_page_in_turn()
    {
        var seen = new List<string>();
        await Walk("""{"things":[{"name":"a"}],"nextPageToken":"1"}""", """{"things":[{"name":"b"}]}""").All(
            between: page =>
            {
                seen.AddRange(page.Keys);
                return Task.CompletedTask;
            });

        Assert.That(seen, Is.EqualTo(new[] { "a", "b" }));
    }

    private static PageWalk Walk(params string[] bodies) => new(Caller(HttpStatusCode.OK, bodies), Things);

    private static Caller Caller(HttpStatusCode status, params string[] bodies)
    {
        var http = new HttpMessageInvoker(new Script(status, bodies));
        var options = new ClientOptions(new Uri("https://target.example"), new NoAuthentication(), TimeProvider.System);
        return new Caller(new CoordinatorClient(http, options), () => CancellationToken.None);
    }

    /// <summary>Answers with the bodies in turn, and with the last one ever after.</summary>
    private sealed class Script(HttpStatusCode status, IReadOnlyList<string> bodies) : HttpMessageHandler
    {
        private int at;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(status)
        {
            Content = new StringContent(bodies[Math.Min(at++, bodies.Count - 1)], Encoding.UTF8, "application/json"),
        });
    }
}
