using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.Maintenance;
using Harness.Reference.Outbox;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Maintenance events and their notification (MNT-01, MNT-03).</summary>
internal static class MaintenanceMutants
{
    // The kind of the delivery that reads the peer's events.
    private const string Fetch = "maintenance-fetch";

    public static IEnumerable<Mutant> All =>
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
        new("fetched-once", "MNT-03", "only the first notification leads to a read", Once()),
        new("notification-not-acknowledged", "MNT-03", "a maintenance notification is answered 500",
            Wire.Status(NotifyMaintenance, 200, 500)),
    ];

    private static Alteration Once() => Alter.With<Memory>(memory => Alter.Deliveries(
        Fetch,
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
