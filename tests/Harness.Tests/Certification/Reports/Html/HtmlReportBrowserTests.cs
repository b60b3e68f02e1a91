using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Tests.Browsers;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.Html;

/// <summary>The page as a reader has it: from a file, with scripts switched off.</summary>
public sealed class HtmlReportBrowserTests
{
    private string _directory = "";
    private Chromium? _chromium;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        _directory = Directory.CreateTempSubdirectory("harness-report-page-").FullName;
        _chromium = await Chromium.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopBrowser()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Test]
    public async Task The_verdict_is_the_first_thing_to_be_seen()
    {
        var page = await OpenAsync(SampleRuns.NotConformant(), width: 390, height: 700);

        var heading = page.Locator("h1, h2").First;
        await Assertions.Expect(heading).ToBeInViewportAsync();
        Assert.That(await heading.InnerTextAsync(), Does.Contain("Not conformant"));
        await Assertions.Expect(page.GetByText("1 binding requirement is not met.")).ToBeInViewportAsync();
    }

    [Test]
    public async Task The_exchange_that_shows_the_failure_is_open_without_a_click()
    {
        var page = await OpenAsync(SampleRuns.NotConformant());

        var wire = page.Locator("#obstacles .finding.fail .wire").First;

        await Assertions.Expect(wire).ToBeVisibleAsync();
        Assert.That(await wire.InnerTextAsync(), Does.Contain("connectionId=c2"));
    }

    [Test]
    public async Task A_link_to_a_folded_scenario_unfolds_it()
    {
        var page = await OpenAsync(SampleRuns.NotConformant());
        await Assertions.Expect(page.Locator("#s2")).ToBeHiddenAsync();

        await page.Locator("#r-COM-02 a.to").ClickAsync();

        await Assertions.Expect(page.Locator("#s2")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#s2")).ToBeInViewportAsync();
    }

    [Test]
    public async Task An_arrow_of_the_picture_leads_to_its_exchange()
    {
        var page = await OpenAsync(SampleRuns.NotConformant());
        await page.Locator("#r-COM-02 a.to").ClickAsync();
        await Assertions.Expect(page.Locator("#s2x2")).ToBeHiddenAsync();

        await page.Locator("#s2 svg a").Last.ClickAsync();

        await Assertions.Expect(page.Locator("#s2x2")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_figure_is_drawn_beside_the_finding_with_its_words_for_whoever_cannot_see_it()
    {
        var page = await OpenAsync(SampleRuns.NotConformant());

        var image = page.Locator("#obstacles figure img").First;

        await Assertions.Expect(image).ToBeVisibleAsync();
        Assert.That(await image.EvaluateAsync<int>("it => it.naturalWidth"), Is.EqualTo(600));
        Assert.That(await image.GetAttributeAsync("alt"), Is.EqualTo(Sample.Figure.Alternative));
    }

    [Test]
    public async Task The_filter_hides_what_passed()
    {
        var page = await OpenAsync(SampleRuns.NotConformant());

        await page.Locator("#requirements").GetByLabel("Only what did not pass").CheckAsync();
        await page.Locator("#scenarios").GetByLabel("Only what did not pass").CheckAsync();

        await Assertions.Expect(page.Locator("#r-COM-01")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#r-COM-02")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#scenarios details.scenario.pass").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#scenarios details.scenario.fail")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Nothing_is_wider_than_a_phone_even_when_all_is_unfolded()
    {
        foreach (var run in new[] { SampleRuns.NotConformant(), Rendered.HostileRun(), LongWords() })
        {
            var page = await OpenAsync(run, width: 360, height: 740);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

            var wide = await page.EvaluateAsync<string[]>(
                """
                [...document.querySelectorAll('body *')]
                    .filter(one => !one.closest('.scroll, .skip-link, thead, .filter legend'))
                    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
                    .map(one => one.tagName + '.' + one.getAttribute('class'))
                """);

            Assert.That(wide, Is.Empty);
            Assert.That(await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        }
    }

    [Test]
    public async Task No_request_is_made_but_for_the_page_itself()
    {
        foreach (var run in new[] { SampleRuns.NotConformant(), Rendered.HostileRun() })
        {
            var requests = new List<string>();
            await using var context = await NewContextAsync(1200, 800);
            var page = await context.NewPageAsync();
            page.Request += (_, request) => requests.Add(request.Url);

            var url = Write(run);
            await page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

            Assert.That(requests, Is.EqualTo([url]));
        }
    }

    [Test]
    public async Task Markup_from_a_target_does_not_become_part_of_the_page()
    {
        var page = await OpenAsync(Rendered.HostileRun());

        var foreign = page.Locator("script, img:not(figure img), iframe, object, embed, [onerror], [onload]");
        Assert.That(await foreign.CountAsync(), Is.Zero);
        Assert.That(await page.Locator("#about").CountAsync(), Is.EqualTo(1), "the page goes on to its end");
        Assert.That(await page.Locator("main > #about").CountAsync(), Is.EqualTo(1), "and nothing closed its frame");
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Text_stands_out_from_its_ground(ColorScheme scheme)
    {
        var page = await OpenAsync(SampleRuns.NotConformant());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

        var weak = await page.EvaluateAsync<string[]>(Contrast.Script);

        Assert.That(weak, Is.Empty);
    }

    [Test]
    public async Task Dark_and_light_are_different_pages()
    {
        var page = await OpenAsync(SampleRuns.Certified());
        const string Ground = "getComputedStyle(document.body).backgroundColor";
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        var light = await page.EvaluateAsync<string>(Ground);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });

        Assert.That(await page.EvaluateAsync<string>(Ground), Is.Not.EqualTo(light));
    }

    [Test]
    public async Task Every_link_leads_somewhere_on_the_page_or_to_a_file_beside_it()
    {
        var page = await OpenAsync(SampleRuns.NotConformant());

        var dead = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a')].map(one => one.getAttribute('href'))" +
            ".filter(href => !document.getElementById(href.slice(1)))");

        Assert.That(dead, Is.All.EqualTo($"attachments/{Sample.Attachment.FileName}"));
    }

    private async Task<IPage> OpenAsync(Run run, int width = 1200, int height = 900)
    {
        var context = await NewContextAsync(width, height);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Write(run));
        return page;
    }

    private Task<IBrowserContext> NewContextAsync(int width, int height) =>
        _chromium!.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });

    private string Write(Run run)
    {
        var path = ReportWriter.WriteAll(run, _directory, [ReportFormat.Html]).Single();
        return new Uri(path).AbsoluteUri;
    }

    private static Run LongWords()
    {
        var word = new string('w', 300);
        var run = SampleRuns.NotConformant();
        return run with
        {
            Reasons = [word],
            Target = new TargetDescription(word, $"https://{word}/", [new Fact(word, word)], []),
            Options = run.Options with { Command = word },
            Scenarios = [.. run.Scenarios.Select(scenario => scenario with { Name = word, Found = word, Uri = word })],
            Requirements = [.. run.Requirements.Select(one => one with { Reason = word })],
        };
    }
}
