using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Harness.Tests.Reference.Hosting;

/// <summary>Providers, environments, interconnects and channels, as the API serves them.</summary>
public sealed class StaticResourcesTests
{
    private const string Env1 = TestReference.Env1;

    private TestReference reference = null!;

    [OneTimeSetUp]
    public async Task Start() => reference = await TestReference.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await reference.DisposeAsync();

    [Test]
    public async Task A_caller_lists_itself_and_the_server_under_the_name_providers()
    {
        var answer = await reference.Borealis.GetJsonAsync("/providers");

        Assert.That(Names(answer["providers"]), Is.EqualTo(new[] { "providers/aurora", "providers/borealis" }));
    }

    [Test]
    public async Task A_provider_has_a_name_and_a_display_name()
    {
        var answer = await reference.Borealis.GetJsonAsync("/providers/borealis");

        Assert.That((string?)answer["name"], Is.EqualTo("providers/borealis"));
        Assert.That((string?)answer["displayName"], Is.EqualTo("Borealis Cloud"));
    }

    [Test]
    public async Task A_caller_lists_the_environments_that_it_shares_and_no_others()
    {
        var answer = await reference.Borealis.GetJsonAsync("/providers/borealis/environments");

        Assert.That(
            Names(answer["environments"]),
            Is.EqualTo(
                from id in (string[])["env-1", "env-2", "env-defer"]
                select $"providers/borealis/environments/{id}"));
        Assert.That(answer["nextPageToken"], Is.Null);
    }

    [Test]
    public async Task An_environment_has_every_published_field()
    {
        var answer = await reference.Borealis.GetJsonAsync(Env1);

        Assert.That((string?)answer["name"], Is.EqualTo("providers/borealis/environments/env-1"));
        Assert.That(
            answer["providerSites"]!.AsArray().Select(site => (string?)site!["providerId"]),
            Is.EqualTo(new[] { "providers/aurora", "providers/borealis" }));
        Assert.That(answer["supportedConnectionSizeMbps"]!.AsArray().Select(size => (int)size!), Does.Contain(10_000));
        Assert.That((string?)answer["supportedFeatures"]![0], Is.EqualTo("FEATURE_TYPE_L3_BASE"));
        Assert.That((string?)answer["environmentVisibility"], Is.EqualTo("ENVIRONMENT_VISIBILITY_PUBLIC"));
        Assert.That((int?)answer["deferralTimeoutHours"], Is.EqualTo(24));
        Assert.That((bool?)answer["deferConnectionProvisioning"], Is.False);
    }

    [TestCase("ix1", "INTERCONNECT_STATE_ACTIVE")]
    [TestCase("ix-pending", "INTERCONNECT_STATE_PENDING")]
    [TestCase("ix-closed", "INTERCONNECT_STATE_CLOSED")]
    public async Task An_interconnect_tells_its_state_and_bandwidth(string interconnect, string state)
    {
        var answer = await reference.Borealis.GetJsonAsync($"{Env1}/interconnects/{interconnect}");

        Assert.That((string?)answer["state"], Is.EqualTo(state));
        Assert.That((int?)answer["maxBandwidthMbps"], Is.EqualTo(10_000));
        Assert.That((string?)answer["supportedFeatures"]![0], Is.EqualTo("FEATURE_TYPE_L3_BASE"));
    }

    [Test]
    public async Task A_channel_tells_its_managers_and_its_device()
    {
        var answer = await reference.Borealis.GetJsonAsync($"{Env1}/interconnects/ix2/channels/west-31");

        Assert.That((string?)answer["macsecManagerProvider"], Is.EqualTo("providers/aurora"));
        Assert.That((string?)answer["crossConnectManagerProvider"], Is.EqualTo("providers/borealis"));
        Assert.That((string?)answer["obfuscatedDeviceId"], Is.EqualTo("dev-env-1-ix2-6"));
        Assert.That((int?)answer["aggregateChannelSizeGbps"], Is.EqualTo(100));
        Assert.That((string?)answer["adminState"], Is.EqualTo("ADMIN_STATE_ENABLED"));
    }

    [TestCase("/providers/borealis/environments", "environments")]
    [TestCase(Env1 + "/interconnects", "interconnects")]
    [TestCase(Env1 + "/interconnects/ix2/channels", "channels")]
    public async Task Pages_of_any_size_hold_every_item_once(string path, string array)
    {
        var all = Names((await reference.Borealis.GetJsonAsync(path))[array]).ToArray();
        var count = all.Length;
        Assert.That(count, Is.GreaterThan(1));
        foreach (var size in new[] { 1, count - 1, count, count + 1 })
        {
            var names = new List<string>();
            string? token = "";
            while (token is not null)
            {
                var page = await reference.Borealis.GetJsonAsync($"{path}?pageSize={size}&pageToken={token}");
                Assert.That(page[array]!.AsArray(), Has.Count.LessThanOrEqualTo(size));
                names.AddRange(Names(page[array]));
                token = (string?)page["nextPageToken"];
            }

            Assert.That(names, Is.EqualTo(all), $"page size {size}");
        }
    }

    [TestCase("/providers/borealis/environments")]
    [TestCase(Env1 + "/interconnects")]
    [TestCase(Env1 + "/interconnects/ix2/channels")]
    public async Task A_page_size_or_token_that_cannot_be_used_is_refused(string path)
    {
        await reference.Borealis.GetAsync($"{path}?pageSize=-1").RefusedAsync(400, "COM-06");
        await reference.Borealis.GetAsync($"{path}?pageSize=ten").RefusedAsync(400, "COM-05");
        await reference.Borealis.GetAsync($"{path}?pageToken=forged").RefusedAsync(400, "COM-07");
    }

    [Test]
    public async Task A_page_token_of_one_list_does_not_open_another()
    {
        var page = await reference.Borealis.GetJsonAsync($"{Env1}/interconnects?pageSize=1");
        var token = (string?)page["nextPageToken"];
        var env2 = Env1.Replace("env-1", "env-2");

        await reference.Borealis.GetAsync($"{env2}/interconnects?pageSize=1&pageToken={token}")
            .RefusedAsync(400, "COM-07");
        await reference.Borealis.GetAsync($"{Env1}/interconnects?pageSize=2&pageToken={token}")
            .RefusedAsync(400, "COM-07");
    }

    [TestCase("/providers/borealis/environments/env-9")]
    [TestCase("/providers/borealis/environments/env-9/interconnects")]
    [TestCase("/providers/borealis/environments/env-9/interconnects/ix1")]
    [TestCase(Env1 + "/interconnects/ix9")]
    [TestCase(Env1 + "/interconnects/ix9/channels")]
    [TestCase(Env1 + "/interconnects/ix9/channels/ch1")]
    [TestCase(Env1 + "/interconnects/ix1/channels/ch9")]
    [TestCase(Env1 + "/interconnects/IX1")]
    [TestCase(Env1 + "/interconnects/ix1/channels/%20")]
    public async Task What_is_not_there_is_answered_404(string path)
    {
        await reference.Borealis.GetAsync(path).RefusedAsync(404, "COM-02");
    }

    private static IEnumerable<string> Names(JsonNode? array) =>
        array!.AsArray().Select(item => (string)item!["name"]!);
}
