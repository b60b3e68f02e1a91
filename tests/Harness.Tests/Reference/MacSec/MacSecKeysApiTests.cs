using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Harness.Tests.Reference.MacSec;

public sealed class MacSecKeysApiTests
{
    private const string Channels = TestReference.Env1 + "/interconnects/ix-keys/channels";
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private HeldNetwork network = null!;
    private TestReference reference = null!;

    [SetUp]
    public async Task Start()
    {
        network = new HeldNetwork();
        reference = await TestReference.StartAsync(options => options with { Network = network });
    }

    [TearDown]
    public async Task Stop() => await reference.DisposeAsync();

    [Test]
    public async Task An_accepted_key_has_the_servers_start_time_is_inactive_and_answers_no_CAK()
    {
        var body = $$"""
            {"cak":"{{Secret}}","ckn":"0a","active":true,"startTime":"2001-01-01T00:00:00Z","name":"x","new":1}
            """;

        var created = await reference.Borealis.PostJsonAsync($"{Channels}/ch1/macSecKeys?macSecKeyId=k1", body)
            .AcceptedAsync();
        var read = await reference.Borealis.GetJsonAsync($"{Channels}/ch1/macSecKeys/k1");

        Assert.That(created.ToJsonString(), Is.EqualTo(read.ToJsonString()));
        Assert.That((string?)read["name"], Is.EqualTo($"{Channels}/ch1/macSecKeys/k1"[1..]));
        Assert.That((string?)read["ckn"], Is.EqualTo("0a"));
        Assert.That((DateTimeOffset)read["startTime"]!, Is.EqualTo(TestReference.Start));
        Assert.That((bool?)read["active"], Is.False);
        Assert.That(read.AsObject().ContainsKey("cak"), Is.False);
        Assert.That(reference.Log.ToString(), Does.Not.Contain(Secret));
    }

    [Test]
    public async Task A_key_is_active_once_the_router_uses_it_and_the_one_before_is_not_any_more()
    {
        await CreateAsync("ch1", "k1").AcceptedAsync();
        await ActivateAsync("ch1", "k1");
        reference.Clock.Advance(TimeSpan.FromHours(2));
        await CreateAsync("ch1", "k2").AcceptedAsync();

        Assert.That(await ActiveAsync("ch1", "k1"), Is.True);
        await ActivateAsync("ch1", "k2");
        Assert.That(await ActiveAsync("ch1", "k1"), Is.False);
    }

    [Test]
    public async Task A_slower_older_key_does_not_take_the_place_of_a_newer_one()
    {
        await CreateAsync("ch1", "k1").AcceptedAsync();
        await CreateAsync("ch1", "k2").AcceptedAsync();
        await ActivateAsync("ch1", "k2");
        network.Use($"{Channels}/ch1/macSecKeys/k1"[1..]);
        await CreateAsync("ch2", "last").AcceptedAsync();
        await ActivateAsync("ch2", "last");

        Assert.That(await ActiveAsync("ch1", "k1"), Is.False);
        Assert.That(await ActiveAsync("ch1", "k2"), Is.True);
    }

    [Test]
    public async Task Two_hours_after_a_rotation_another_channel_may_follow_and_not_a_second_earlier()
    {
        await InitialiseAsync("ch1", "ch2");
        reference.Clock.Advance(TimeSpan.FromHours(2));
        await CreateAsync("ch1", "k2").AcceptedAsync();
        reference.Clock.Advance(TimeSpan.FromHours(5));
        await CreateAsync("ch2", "k2").RefusedAsync(409, "MAC-03");
        await ActivateAsync("ch1", "k2");

        reference.Clock.Advance(TimeSpan.FromSeconds(7199));
        await CreateAsync("ch2", "k2").RefusedAsync(409, "MAC-04");
        reference.Clock.Advance(TimeSpan.FromSeconds(1));
        await CreateAsync("ch2", "k2").AcceptedAsync();
    }

    [Test]
    public async Task First_keys_come_in_parallel_and_hold_back_their_own_channel_only()
    {
        await CreateAsync("ch1", "k1").AcceptedAsync();
        await CreateAsync("ch2", "k1").AcceptedAsync();
        await ActivateAsync("ch1", "k1");
        await CreateAsync("ch1", "k2").RefusedAsync(409, "MAC-12");
        reference.Clock.Advance(TimeSpan.FromHours(1));
        await ActivateAsync("ch2", "k1");
        reference.Clock.Advance(TimeSpan.FromHours(1));

        await CreateAsync("ch2", "k2").RefusedAsync(409, "MAC-12");
        await CreateAsync("ch1", "k2").AcceptedAsync();
    }

    [Test]
    public async Task A_channel_holds_no_third_key_and_an_interconnect_no_further_one()
    {
        await InitialiseAsync("ch1", "ch2", "ch3", "ch4");
        reference.Clock.Advance(TimeSpan.FromHours(2));
        await CreateAsync("ch1", "k2").AcceptedAsync();
        await ActivateAsync("ch1", "k2");
        reference.Clock.Advance(TimeSpan.FromHours(2));

        await CreateAsync("ch1", "k3").RefusedAsync(409, "MAC-05");
        await CreateAsync("ch2", "k2").RefusedAsync(409, "MAC-05");
        await reference.Borealis.DeleteAsync($"{Channels}/ch1/macSecKeys/k1").AcceptedAsync();
        await CreateAsync("ch2", "k2").AcceptedAsync();
    }

    [Test]
    public async Task Of_concurrent_rotations_exactly_one_is_accepted()
    {
        await InitialiseAsync("ch1", "ch2", "ch3", "ch4");
        reference.Clock.Advance(TimeSpan.FromHours(2));

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 4).Select(number => Task.Run(() => CreateAsync($"ch{number}", "k2"))));

        Assert.That(answers.Select(answer => (int)answer.StatusCode).Order(), Is.EqualTo(new[] { 200, 409, 409, 409 }));
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Test]
    public async Task Only_an_inactive_key_is_deleted_and_then_leaves_the_router_too()
    {
        await InitialiseAsync("ch1");
        await reference.Borealis.DeleteAsync($"{Channels}/ch1/macSecKeys/k1").RefusedAsync(409, "MAC-07");
        reference.Clock.Advance(TimeSpan.FromHours(2));
        await CreateAsync("ch1", "k2").AcceptedAsync();

        var deleted = await reference.Borealis.DeleteAsync($"{Channels}/ch1/macSecKeys/k2").AcceptedAsync();

        Assert.That(deleted.ToJsonString(), Is.EqualTo("{}"));
        await reference.Borealis.GetAsync($"{Channels}/ch1/macSecKeys/k2").RefusedAsync(404, "COM-02");
        await reference.Borealis.DeleteAsync($"{Channels}/ch1/macSecKeys/k2").RefusedAsync(404, "COM-02");
        await Eventually.SeeAsync("the key removed", () => Task.FromResult(network.Removed.Count), count => count == 1);
    }

    [Test]
    public async Task A_provider_that_is_not_the_manager_neither_creates_nor_deletes()
    {
        const string Ours = TestReference.Env1 + "/interconnects/ix1/channels/ch2/macSecKeys";

        await reference.Borealis.PostJsonAsync($"{Ours}?macSecKeyId=k1", Body()).RefusedAsync(409, "MAC-02");
        var list = await reference.Borealis.GetJsonAsync(Ours);
        Assert.That(list["macSecKeys"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_key_id_in_use_is_refused_and_its_key_stays()
    {
        await CreateAsync("ch1", "k1").AcceptedAsync();

        await reference.Borealis.PostJsonAsync(
            $"{Channels}/ch1/macSecKeys?macSecKeyId=k1", Body("ff")).RefusedAsync(409);
        var key = await reference.Borealis.GetJsonAsync($"{Channels}/ch1/macSecKeys/k1");
        Assert.That((string?)key["ckn"], Is.EqualTo("0a"));
    }

    [TestCase("{}", 400, "COM-05")]
    [TestCase("""{"cak":"00"}""", 400, "COM-05")]
    [TestCase("""{"cak":"00","ckn":"00"}""", 400, "MAC-15")]
    [TestCase("""{"cak":5,"ckn":"00"}""", 400, "COM-05")]
    [TestCase("""{"cak":"0123456789abcdef0123456789abcdef","ckn":"xyz"}""", 400, "MAC-15")]
    [TestCase("not json", 400, "COM-05")]
    [TestCase("null", 400, "COM-05")]
    [TestCase("", 400, "COM-05")]
    public async Task A_body_that_cannot_be_used_is_refused_and_leaves_nothing(
        string body, int status, string requirement)
    {
        await reference.Borealis.PostJsonAsync($"{Channels}/ch1/macSecKeys?macSecKeyId=k1", body)
            .RefusedAsync(status, requirement);

        Assert.That((await KeysAsync("ch1")).Count, Is.Zero);
    }

    [TestCase("", 400, "COM-08")]
    [TestCase("?macSecKeyId=", 400, "COM-08")]
    [TestCase("?macSecKeyId=a%2Fb", 400, "COM-05")]
    [TestCase("?macSecKeyId=a&macSecKeyId=b", 400, "COM-05")]
    public async Task An_id_that_is_missing_or_cannot_be_used_is_refused(string query, int status, string requirement)
    {
        await reference.Borealis.PostJsonAsync($"{Channels}/ch1/macSecKeys{query}", Body())
            .RefusedAsync(status, requirement);
    }

    [Test]
    public async Task A_channel_that_is_not_there_has_no_keys()
    {
        await reference.Borealis.GetAsync($"{Channels}/ch9/macSecKeys").RefusedAsync(404, "COM-02");
        await reference.Borealis.PostJsonAsync($"{Channels}/ch9/macSecKeys?macSecKeyId=k", Body())
            .RefusedAsync(404, "COM-02");
        await reference.Borealis.PostJsonAsync($"{Channels}/ch9/RequestMacSecKeyRotation", "{}")
            .RefusedAsync(404, "COM-02");
    }

    [Test]
    public async Task A_rotation_requested_by_the_manager_itself_is_refused()
    {
        await reference.Borealis.PostJsonAsync($"{Channels}/ch1/RequestMacSecKeyRotation", "{}")
            .RefusedAsync(409, "MAC-18");
    }

    private static string Body(string ckn = "0a") => $$"""{"cak":"{{Secret}}","ckn":"{{ckn}}"}""";

    private Task<HttpResponseMessage> CreateAsync(string channel, string key) =>
        reference.Borealis.PostJsonAsync($"{Channels}/{channel}/macSecKeys?macSecKeyId={key}", Body());

    private async Task InitialiseAsync(params string[] channels)
    {
        foreach (var channel in channels)
        {
            await CreateAsync(channel, "k1").AcceptedAsync();
            await ActivateAsync(channel, "k1");
        }
    }

    private async Task ActivateAsync(string channel, string key)
    {
        network.Use($"{Channels}/{channel}/macSecKeys/{key}"[1..]);
        await Eventually.SeeAsync($"{key} of {channel} active", () => ActiveAsync(channel, key), active => active);
    }

    private async Task<bool> ActiveAsync(string channel, string key)
    {
        var answer = await reference.Borealis.GetJsonAsync($"{Channels}/{channel}/macSecKeys/{key}");
        return (bool)answer["active"]!;
    }

    private async Task<JsonArray> KeysAsync(string channel)
    {
        var answer = await reference.Borealis.GetJsonAsync($"{Channels}/{channel}/macSecKeys");
        return answer["macSecKeys"]!.AsArray();
    }
}
