using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.Maintenance;
using Harness.Reference.Outbox;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Maintenance events and their notification (MNT-01 to MNT-05).</summary>
internal static class MaintenanceMutants
{
    // The kind of the delivery that reads the peer's events.
    private const string Fetch = "maintenance-fetch";

    // The kind of the delivery that tells the peer of a channel's events.
    private const string Notify = "maintenance-notify";

    public static IEnumerable<Mutant> All => [.. Given, .. Planned];

    private static IEnumerable<Mutant> Given =>
    [
        new("event-without-end", "MNT-01", "an event is given without its end",
            Events(events => Each(events, one => one.Remove("endTime")))),
        new("event-without-id", "MNT-01", "an event is given without its id",
            Events(events => Each(events, one => one.Remove("maintenanceId")))),
        new("event-in-a-local-zone", "MNT-01", "an event is given two hours late, as in a local zone",
            Events(events => Each(events, one => one["startTime"] =
                DateTimeOffset.Parse($"{one["startTime"]}").AddHours(2).UtcDateTime.ToString("O")))),
        new("next-event-only", "MNT-01", "of several events only the first is given",
            Events(events =>
            {
                while (events.Count > 1)
                    events.RemoveAt(1);
            })),
        new("event-of-every-channel", "MNT-01", "an event is given for every channel",
            Alter.Sql("FROM maintenance_events WHERE channel = @channel ORDER", "FROM maintenance_events ORDER")),
        new("cancelled-event-given", "MNT-01", "a cancelled event is still given",
            Alter.Sql("DELETE FROM maintenance_events", "UPDATE maintenance_events SET emergency = 0")),
        new("event-as-first-scheduled", "MNT-01", "a changed event is given as it was scheduled at first",
            Alter.Sql(
                "start_time = excluded.start_time, end_time = excluded.end_time, emergency",
                "emergency")),
        new("events-of-today-only", "MNT-01", "an event is given once it is less than an hour away",
            Alter.Rules(MaintenanceRules.Listed with
            {
                Decide = listed => MaintenanceRules.Listed.Decide(listed)
                    && listed.Window.Start < listed.Now.AddHours(1),
            })),
        new("fetched-once", "MNT-03", "only the first notification leads to a read", Once(Fetch)),
        new("notification-not-acknowledged", "MNT-03", "a maintenance notification is answered 500",
            Wire.Status(NotifyMaintenance, 200, 500)),
    ];

    private static IEnumerable<Mutant> Planned =>
    [
        new("told-before-it-can-be-read", "MNT-02", "events can be read once the peer has acknowledged them only",
            Alter.With<Memory>(memory => Alter.All(
                Outgoing.Calls(NotifyMaintenance, async call =>
                {
                    memory.Keep(ChannelOf(call.Segments));
                    var answer = await call.ProceedAsync();
                    memory.Forget(ChannelOf(call.Segments));
                    return answer;
                }),
                Wire.Answers(GetMaintenanceEvents, (call, json) =>
                {
                    if (memory.Knows(ChannelOf(call.Segments)))
                        json["events"] = new JsonArray();
                })))),
        new("told-of-new-events-only", "MNT-02", "changed and cancelled events are not told of", Once(Notify)),
        new("peers-maintenance-overlooked", "MNT-04", "the peer's maintenance is in nobody's way", Alter.Deliveries(
            Fetch, (_, handler, _) => Task.FromResult<DeliveryResult>(new DeliveryResult.Done()))),
        new("start-only-compared", "MNT-04", "maintenance that begins before another one is not held back",
            Alter.Rules(MaintenanceRules.NoOtherDevice with
            {
                Decide = asked => MaintenanceRules.NoOtherDevice.Decide(asked with
                {
                    Planned = [.. asked.Planned.Where(one => one.Window.Start <= asked.Window.Start)],
                }),
            })),
        new("end-only-compared", "MNT-04", "maintenance that ends after another one is not held back",
            Alter.Rules(MaintenanceRules.NoOtherDevice with
            {
                Decide = asked => MaintenanceRules.NoOtherDevice.Decide(asked with
                {
                    Planned = [.. asked.Planned.Where(one => one.Window.End >= asked.Window.End)],
                }),
            })),
        new("every-maintenance-held-back", "MNT-04", "maintenance is refused while any other is planned",
            Alter.Rules(MaintenanceRules.NoOtherDevice with
            {
                Decide = asked => asked.Planned is [var first, ..]
                    ? MaintenanceRules.NoOtherDevice.Decide(asked with { Window = first.Window })
                    : null,
            })),
        new("moved-maintenance-not-held-back", "MNT-04", "maintenance is moved wherever the operator likes",
            Wire.Calls(call => call.Http.Request.Method == "PATCH" && call.Path.StartsWith("operator/v1/maintenance")
                ? call.ProceedAsync(Urgent(call.Json()))
                : call.ProceedAsync())),
        new("emergency-not-published", "MNT-05", "an emergency is established and not told of",
            Alter.With<Memory>(memory => Alter.All(
                Wire.Calls(call =>
                {
                    if (call.Path == "operator/v1/maintenance" && (bool?)call.Json()["emergency"] == true)
                        memory.Keep($"{call.Json()["channel"]}");
                    return call.ProceedAsync();
                }),
                Alter.Deliveries(Notify, (delivery, handler, cancellation) =>
                    memory.Knows(delivery.Subject.Split('/')[^1])
                        ? Task.FromResult<DeliveryResult>(new DeliveryResult.Done())
                        : handler.DeliverAsync(delivery, cancellation))))),
    ];

    // Whichever provider's name of it stands before.
    private static string ChannelOf(string[] segments) =>
        string.Join('/', segments.SkipWhile(segment => segment != "environments").SkipLast(1));

    private static JsonObject Urgent(JsonObject change)
    {
        change["emergency"] = true;
        return change;
    }

    private static Alteration Once(string kind) => Alter.With<Memory>(memory => Alter.Deliveries(
        kind,
        (delivery, handler, cancellation) => memory.Count(delivery.Subject) > 1
            ? Task.FromResult<DeliveryResult>(new DeliveryResult.Done())
            : handler.DeliverAsync(delivery, cancellation)));

    private static Alteration Events(Action<JsonArray> edit) => Wire.Answers(GetMaintenanceEvents, json =>
    {
        if (json["events"] is JsonArray events)
            edit(events);
    });

    private static void Each(JsonArray events, Action<JsonObject> edit)
    {
        foreach (var one in events.OfType<JsonObject>())
            edit(one);
    }
}
