using System.Text.Json;
using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.Har;

public sealed class HarReportTests
{
    private static readonly string[] _entry =
        ["pageref", "startedDateTime", "time", "request", "response", "cache", "timings", "comment"];

    private static readonly string[] _request =
        ["method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"];

    private static readonly string[] _response =
    [
        "status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize",
        "bodySize",
    ];

    [Test]
    public void Every_exchange_has_an_entry_with_all_that_the_format_asks_for()
    {
        var run = SampleRuns.NotConformant();

        var entries = Entries(run);

        Assert.That(entries, Has.Count.EqualTo(run.Scenarios.Sum(scenario => scenario.Exchanges.Count)));
        foreach (var entry in entries)
        {
            Assert.That(_entry.Where(name => !entry.TryGetProperty(name, out _)), Is.Empty);
            Assert.That(_request.Where(name => !entry.GetProperty("request").TryGetProperty(name, out _)), Is.Empty);
            Assert.That(_response.Where(name => !entry.GetProperty("response").TryGetProperty(name, out _)), Is.Empty);
        }
    }

    [Test]
    public void The_parts_of_a_time_are_never_negative_and_make_up_the_whole()
    {
        foreach (var entry in Entries(SampleRuns.NotConformant()))
        {
            var parts = entry.GetProperty("timings").EnumerateObject().Select(part => part.Value.GetDouble()).ToList();
            Assert.That(parts, Has.Count.EqualTo(3).And.All.GreaterThanOrEqualTo(0));
            Assert.That(parts.Sum(), Is.EqualTo(entry.GetProperty("time").GetDouble()));
        }
    }

    [Test]
    public void Entries_are_oldest_first_and_of_a_page_that_is_there()
    {
        using var archive = Archive(SampleRuns.NotConformant());
        var log = archive.RootElement.GetProperty("log");
        var entries = log.GetProperty("entries").EnumerateArray().ToList();
        var pages = log.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("id").GetString());

        Assert.That(entries.Select(entry => entry.GetProperty("startedDateTime").GetDateTimeOffset()), Is.Ordered);
        Assert.That(entries.Select(entry => entry.GetProperty("pageref").GetString()), Is.All.AnyOf([.. pages]));
        Assert.That(log.GetProperty("version").GetString(), Is.EqualTo("1.2"));
        Assert.That(log.GetProperty("creator").GetProperty("name").GetString(), Is.EqualTo("harness"));
        Assert.That(log.GetProperty("creator").GetProperty("version").GetString(), Is.EqualTo("0.1.0"));
    }

    [Test]
    public void The_comment_says_requirement_scenario_and_who_called_whom()
    {
        var comments = Entries(SampleRuns.NotConformant()).Select(entry => entry.GetProperty("comment").GetString());

        Assert.That(comments, Has.Some.EqualTo(
            "COM-02: The scenario fail:1 (fail:1), exchange 2: partner called the target, CreateConnection; " +
            "this exchange shows the finding"));
        Assert.That(comments, Has.Some.Contain("the target called the partner, NotifyConnectionStatus"));
    }

    [Test]
    public void A_fault_has_status_0_and_its_text()
    {
        var faulty = Entries(SampleRuns.NotConformant()).Select(entry => entry.GetProperty("response"))
            .Single(response => response.GetProperty("status").GetInt32() == 0);

        Assert.That(faulty.GetProperty("_error").GetString(), Is.EqualTo("no answer within 5 s"));
    }

    [TestCase("https://h/p?pageSize=1&pageToken=a%2Bb&flag", "pageSize=1|pageToken=a+b|flag=")]
    [TestCase("https://h/p?a=b=c#f?x=y", "a=b=c")]
    [TestCase("not a url at all ?%zz=%", "%zz=%")]
    [TestCase("https://h/p", "")]
    public void The_query_is_taken_apart_whatever_the_url(string url, string expected)
    {
        var exchange = Sample.Exchange(1);
        var scenario = Sample.Scenario("a:1", Verdict.Pass) with
        {
            Exchanges = [exchange with { Request = exchange.Request with { Url = url } }],
        };

        var query = Entries(Sample.Run([], scenario)).Single().GetProperty("request").GetProperty("queryString")
            .EnumerateArray()
            .Select(pair => $"{pair.GetProperty("name").GetString()}={pair.GetProperty("value").GetString()}");

        Assert.That(string.Join('|', query), Is.EqualTo(expected));
    }

    [Test]
    public void Bodies_are_as_recorded()
    {
        var content = Entries(Rendered.HostileRun()).Single();

        Assert.That(content.GetProperty("request").GetProperty("postData").GetProperty("text").GetString(),
            Is.EqualTo(Rendered.Hostile.Replace('\uD800', '\uFFFD')));
    }

    private static JsonDocument Archive(Run run) => JsonDocument.Parse(Rendered.As(ReportFormat.Har, run));

    private static List<JsonElement> Entries(Run run)
    {
        using var archive = Archive(run);
        return [.. archive.RootElement.Clone().GetProperty("log").GetProperty("entries").EnumerateArray()];
    }
}
