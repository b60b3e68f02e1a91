using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Harness.Tests.Reference.MacSec;

/// <summary>Rotation by the coordinator itself, as manager of the channel.</summary>
public sealed class RotationTests
{
    private const string Ours = TestReference.Env1 + "/interconnects/ix1/channels";
    private const string Theirs = "/providers/aurora/environments/env-1/interconnects/ix1/channels";
    private const string Body = """{"environment":"env-1","interconnect":"ix1","channel":"ch2"}""";

    private HeldNetwork network = null!;
    private PartnerKeys partner = null!;
    private TestReference reference = null!;

    [SetUp]
    public async Task Start()
    {
        network = new HeldNetwork();
        partner = new PartnerKeys();
        reference = await TestReference.StartAsync(options => options with { Network = network }, partner);
    }

    [TearDown]
    public async Task Stop()
    {
        await reference.DisposeAsync();
        partner.Dispose();
    }

    [Test]
    public async Task A_key_stands_by_before_the_partner_gets_it_and_the_old_one_goes_when_both_use_it()
    {
        var first = await RotateAsync();
        Assert.That(network.Installed.First().Key.Id, Is.EqualTo(first));
        await UseAsync(first);
        reference.Clock.Advance(TimeSpan.FromHours(2));

        var second = await RotateAsync(first);
        Assert.That(partner.Keys.Keys, Is.EquivalentTo(new[] { first, second }));
        await UseAsync(second);

        await Eventually.SeeAsync(
            "the old key gone there", () => Task.FromResult(partner.Keys.Count), count => count == 1);
        await Eventually.SeeAsync("the old key gone here", () => KeysAsync(), keys => keys.Count == 1);
        Assert.That((string?)(await KeysAsync())[0]!["name"], Does.EndWith(second));
    }

    [Test]
    public async Task A_partner_that_declines_ends_the_rotation()
    {
        partner.Declines = true;

        using var started = await reference.Portal.PostJsonAsync("/operator/v1/rotations", Body);

        Assert.That((int)started.StatusCode, Is.EqualTo(202));
        await Eventually.SeeAsync("the key dropped", () => KeysAsync(), keys => keys.Count == 0);
        await Eventually.SeeAsync("the key removed", () => Task.FromResult(network.Removed.Count), count => count == 1);
    }

    [Test]
    public async Task A_key_that_never_turns_active_is_replaced_by_a_further_one_and_the_one_in_use_stays()
    {
        var first = await RotateAsync();
        await UseAsync(first);
        reference.Clock.Advance(TimeSpan.FromHours(2));
        var failed = await RotateAsync(first);

        reference.Clock.Advance(TimeSpan.FromMinutes(15));

        var keys = await Eventually.SeeAsync(
            "a further key at the partner",
            () => Task.FromResult(partner.Keys.Keys.ToArray()),
            found => found.Length == 2 && !found.Contains(failed));
        Assert.That(partner.Keys[first], Is.True);
        var further = keys.Single(key => key != first);
        await UseAsync(further);
        await Eventually.SeeAsync(
            "the old key gone there", () => Task.FromResult(partner.Keys.Keys.ToArray()), found => found is [var only]
                && only == further);
        Assert.That(network.Removed.Select(key => key.Id), Has.Some.EqualTo(failed));
    }

    [Test]
    public async Task A_key_has_its_time_to_turn_active()
    {
        var first = await RotateAsync();
        reference.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));

        await UseAsync(first);

        Assert.That(partner.Keys.Keys, Is.EqualTo((string[])[first]));
    }

    [Test]
    public async Task The_partner_may_request_a_rotation_of_our_channel()
    {
        await reference.Borealis.PostJsonAsync($"{Ours}/ch2/RequestMacSecKeyRotation", """{"reason":"leak"}""")
            .AcceptedAsync();

        await Eventually.SeeAsync("the partner's key", () => Task.FromResult(partner.Keys.Count), count => count == 1);
    }

    [Test]
    public async Task A_requested_rotation_obeys_the_same_rules()
    {
        await UseAsync(await RotateAsync());

        await reference.Borealis.PostJsonAsync($"{Ours}/ch2/RequestMacSecKeyRotation", "{}")
            .RefusedAsync(409, "MAC-12");
        await reference.Portal.PostJsonAsync("/operator/v1/rotations", Body).RefusedAsync(409, "MAC-12");
    }

    [Test]
    public async Task A_channel_of_the_partners_duty_is_not_ours_to_rotate()
    {
        await reference.Portal.PostJsonAsync("/operator/v1/rotations", Body.Replace("ch2", "ch1"))
            .RefusedAsync(409, "MAC-02");
        await reference.Portal.PostJsonAsync("/operator/v1/rotations", Body.Replace("ch2", "ch9")).RefusedAsync(404);
    }

    private async Task<string> RotateAsync(string? before = null)
    {
        using var started = await reference.Portal.PostJsonAsync("/operator/v1/rotations", Body);
        Assert.That((int)started.StatusCode, Is.EqualTo(202), await started.Content.ReadAsStringAsync());
        var keys = await Eventually.SeeAsync(
            "a new key at the partner",
            () => Task.FromResult(partner.Keys.Keys.Where(key => key != before).ToArray()),
            found => found.Length == 1);
        return keys[0];
    }

    private async Task UseAsync(string key)
    {
        network.Use($"{Ours}/ch2/macSecKeys/{key}"[1..]);
        partner.Keys[key] = true;
        await Eventually.SeeAsync(
            $"{key} active",
            () => KeysAsync(),
            keys => keys.Any(one => (bool)one!["active"]! && ((string)one["name"]!).Split('/')[^1] == key));
    }

    private async Task<JsonArray> KeysAsync()
    {
        var answer = await reference.Borealis.GetJsonAsync($"{Ours}/ch2/macSecKeys");
        return answer["macSecKeys"]!.AsArray();
    }

    /// <summary>The partner's keys of channel ch2.</summary>
    private sealed class PartnerKeys : HttpMessageHandler
    {
        public System.Collections.Concurrent.ConcurrentDictionary<string, bool> Keys { get; } = new();

        public bool Declines { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            var key = request.Method == HttpMethod.Post ? request.RequestUri.Query.Split('=')[1] : path.Split('/')[^1];
            Assert.That(path, Does.StartWith($"{Theirs}/ch2/macSecKeys"));
            var (status, body) = request.Method.Method switch
            {
                "POST" when Declines => (409, "{}"),
                "POST" => (Keys.TryAdd(key, false) ? 200 : 409, "{}"),
                "DELETE" => (Keys.TryRemove(key, out _) ? 200 : 404, "{}"),
                _ => Keys.TryGetValue(key, out var active)
                    ? (200, $$"""{"active":{{(active ? "true" : "false")}}}""")
                    : (404, "{}"),
            };
            return Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status)
            {
                Content = Answers.Body(body),
            });
        }
    }
}
