using System.Text.Json.Nodes;
using Harness.Reference.Testbed;
using NUnit.Framework;

namespace Harness.Tests.Reference.Maintenance;

public sealed class MaintenanceApiTests
{
    private const string Channels = TestReference.Env1 + "/interconnects/ix1/channels";
    private const string PartnersChannels = "/providers/aurora/environments/env-1/interconnects/ix1/channels";

    private StubPartner partner = null!;
    private TestReference reference = null!;

    [SetUp]
    public async Task Start()
    {
        partner = new StubPartner();
        reference = await TestReference.StartAsync(partner: partner);
    }

    [TearDown]
    public async Task Stop()
    {
        await reference.DisposeAsync();
        partner.Dispose();
    }

    [Test]
    public async Task An_event_is_answered_until_it_is_over()
    {
        var id = await ScheduleAsync("ch1", 60, 120);

        var events = await EventsAsync("ch1");
        Assert.That((string?)events.Single()!["maintenanceId"], Is.EqualTo(id));
        Assert.That((DateTimeOffset)events[0]!["startTime"]!, Is.EqualTo(TestReference.Start.AddMinutes(60)));
        Assert.That((DateTimeOffset)events[0]!["endTime"]!, Is.EqualTo(TestReference.Start.AddMinutes(120)));
        reference.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.That(await EventsAsync("ch1"), Has.Count.EqualTo(1));
        reference.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await EventsAsync("ch1"), Is.Empty);
    }

    [Test]
    public async Task Of_notifications_that_wait_for_a_peer_the_newest_is_enough()
    {
        partner.On($"POST {PartnersChannels}/ch1/NotifyMaintenance", _ => (503, ""));

        await ScheduleAsync("ch1", 60, 120);
        await ScheduleAsync("ch1", 180, 240);
        await ScheduleAsync("ch1", 300, 360);

        var waiting = await reference.Host.Coordinator.Store.ReadAsync(
            state => state.ScalarAsync<int>("SELECT COUNT(*) FROM deliveries WHERE kind = 'maintenance-notify'"),
            CancellationToken.None);
        Assert.That(waiting, Is.EqualTo(1));
    }

    [Test]
    public async Task A_new_a_changed_and_a_cancelled_event_is_told_after_it_can_be_read()
    {
        var seen = new List<int>();
        partner.On($"POST {PartnersChannels}/ch1/NotifyMaintenance", _ =>
        {
            seen.Add(EventsAsync("ch1").GetAwaiter().GetResult().Count);
            return (200, "{}");
        });

        var id = await ScheduleAsync("ch1", 60, 120);
        await partner.CalledAsync($"POST {PartnersChannels}/ch1/NotifyMaintenance");
        await reference.Portal.PatchAsync($"/operator/v1/maintenance/{id}", Answers.Body(Window(60, 90)))
            .AcceptedAsync();
        await partner.CalledAsync($"POST {PartnersChannels}/ch1/NotifyMaintenance", 2);
        await reference.Portal.DeleteAsync($"/operator/v1/maintenance/{id}").AcceptedAsync();
        await partner.CalledAsync($"POST {PartnersChannels}/ch1/NotifyMaintenance", 3);

        Assert.That(seen, Is.EqualTo(new[] { 1, 1, 0 }));
    }

    [Test]
    public async Task A_notification_is_repeated_until_it_is_acknowledged()
    {
        var refusals = 2;
        partner.On(
            $"POST {PartnersChannels}/ch1/NotifyMaintenance", _ => refusals-- > 0 ? (503, "{}") : (200, "{}"));

        await ScheduleAsync("ch1", 60, 120);

        await partner.CalledAsync($"POST {PartnersChannels}/ch1/NotifyMaintenance", 3);
    }

    [Test]
    public async Task The_partners_events_are_fetched_when_it_notifies_and_hold_ours_back()
    {
        partner.On($"GET {PartnersChannels}/ch2/maintenanceEvents", _ => (200, $$"""
            {"events":[{"maintenanceId":"m1",{{Window(60, 120)[1..^1]}}}]}
            """));

        var answer = await reference.Borealis.PostJsonAsync($"{Channels}/ch2/NotifyMaintenance", "{}").AcceptedAsync();

        Assert.That(answer.ToJsonString(), Is.EqualTo("{}"));
        await Eventually.SeeAsync(
            "the partner's event to count",
            async () =>
            {
                using var asked = await ScheduleRawAsync("ch1", 119, 130);
                if (asked.IsSuccessStatusCode)
                    await CancelAsync(asked);
                return (int)asked.StatusCode;
            },
            status => status == 409);
        await ScheduleAsync("ch1", 120, 130);
        Assert.That(await EventsAsync("ch2"), Is.Empty);
    }

    [Test]
    public async Task Maintenance_of_another_device_of_the_interconnect_is_refused_at_the_same_time_only()
    {
        await ScheduleAsync("ch1", 60, 120);

        await ScheduleRawAsync("ch2", 119, 130).RefusedAsync(409, "MNT-04");
        await ScheduleRawAsync("ch2", 120, 130).AcceptedAsync();
        await ScheduleRawAsync("ch1", 60, 120).AcceptedAsync();
    }

    [Test]
    public async Task A_change_is_held_back_like_a_new_event_but_not_by_itself()
    {
        await ScheduleAsync("ch1", 60, 120);
        var id = await ScheduleAsync("ch2", 120, 130);

        await reference.Portal.PatchAsync($"/operator/v1/maintenance/{id}", Answers.Body(Window(119, 130)))
            .RefusedAsync(409, "MNT-04");
        await reference.Portal.PatchAsync($"/operator/v1/maintenance/{id}", Answers.Body(Window(121, 140)))
            .AcceptedAsync();
    }

    [Test]
    public async Task Emergency_maintenance_is_not_held_back_and_is_published()
    {
        await ScheduleAsync("ch1", 60, 120);

        await ScheduleRawAsync("ch2", 60, 120, emergency: true).AcceptedAsync();

        Assert.That(await EventsAsync("ch2"), Has.Count.EqualTo(1));
        await partner.CalledAsync($"POST {PartnersChannels}/ch2/NotifyMaintenance");
    }

    [Test]
    public async Task The_rule_looks_at_every_interconnect_of_the_device()
    {
        await using var shared = await TestReference.StartAsync(options => options with { Testbed = SharedDevice() });
        await ScheduleOnAsync(shared, "ix2", "east-9", 60, 120).AcceptedAsync();

        await ScheduleOnAsync(shared, "ix1", "ch1", 60, 120).RefusedAsync(409, "MNT-04");
        await ScheduleOnAsync(shared, "ix1", "ch2", 60, 120).AcceptedAsync();
    }

    [Test]
    public async Task Of_concurrent_maintenance_of_two_devices_one_is_established()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(1, 4).Select(number => Task.Run(() => ScheduleRawAsync($"ch{number}", 60, 120))));

        Assert.That(answers.Select(answer => (int)answer.StatusCode).Order(), Is.EqualTo(new[] { 200, 409, 409, 409 }));
        foreach (var answer in answers)
            answer.Dispose();
    }

    [TestCase("""{"environment":"env-1","interconnect":"ix1","channel":"ch9"}""", 404)]
    [TestCase("""{"environment":"env-9"}""", 404)]
    [TestCase("""{"environment":"env-1","interconnect":"ix1","channel":"ch1"}""", 400)]
    [TestCase("""{"environment":"env-1","interconnect":"ix1","channel":"ch1","startTime":"tomorrow"}""", 400)]
    public async Task A_request_that_cannot_be_used_is_refused(string body, int status)
    {
        await reference.Portal.PostJsonAsync("/operator/v1/maintenance", body).RefusedAsync(status);
    }

    [Test]
    public async Task What_is_not_there_is_answered_404()
    {
        await reference.Borealis.GetAsync($"{Channels}/ch9/maintenanceEvents").RefusedAsync(404, "COM-02");
        await reference.Borealis.PostJsonAsync($"{Channels}/ch9/NotifyMaintenance", "{}").RefusedAsync(404, "COM-02");
        await reference.Portal.DeleteAsync("/operator/v1/maintenance/none").RefusedAsync(404);
        await reference.Portal.PatchAsync("/operator/v1/maintenance/none", Answers.Body("{}")).RefusedAsync(404);
    }

    private static TestbedModel SharedDevice()
    {
        var testbed = DefaultTestbed.Create(1);
        var environment = testbed.Environments[0];
        var device = environment.Interconnects[1].Channels[0].Device;
        var first = environment.Interconnects[0];
        first = first with { Channels = [first.Channels[0] with { Device = device }, .. first.Channels.Skip(1)] };
        return new TestbedModel(
            testbed.Provider,
            testbed.Peers,
            testbed.Accounts,
            [environment with { Interconnects = [first, .. environment.Interconnects.Skip(1)] }],
            testbed.KeyLifetime);
    }

    private static string Window(int start, int end) =>
        $$"""{"startTime":"{{At(start)}}","endTime":"{{At(end)}}"}""";

    private static string At(int minute) => $"{TestReference.Start.AddMinutes(minute):O}";

    private static Task<HttpResponseMessage> ScheduleOnAsync(
        TestReference reference, string interconnect, string channel, int start, int end, bool emergency = false) =>
        reference.Portal.PostJsonAsync(
            "/operator/v1/maintenance",
            $$"""
            {"environment":"env-1","interconnect":"{{interconnect}}","channel":"{{channel}}",
             "emergency":{{(emergency ? "true" : "false")}},{{Window(start, end)[1..]}}
            """);

    private Task<HttpResponseMessage> ScheduleRawAsync(string channel, int start, int end, bool emergency = false) =>
        ScheduleOnAsync(reference, "ix1", channel, start, end, emergency);

    private async Task<string> ScheduleAsync(string channel, int start, int end)
    {
        var answer = await ScheduleRawAsync(channel, start, end).AcceptedAsync();
        return (string)answer["maintenanceId"]!;
    }

    private async Task CancelAsync(HttpResponseMessage scheduled)
    {
        var id = (string)JsonNode.Parse(await scheduled.Content.ReadAsStringAsync())!["maintenanceId"]!;
        await reference.Portal.DeleteAsync($"/operator/v1/maintenance/{id}").AcceptedAsync();
    }

    private async Task<JsonArray> EventsAsync(string channel)
    {
        var answer = await reference.Borealis.GetJsonAsync($"{Channels}/{channel}/maintenanceEvents");
        return answer["events"]!.AsArray();
    }
}
