using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>
/// Migrations that the reference starts, what it hands over, and features that it fills up (UPD-09, MIG-04, MIG-09,
/// DFR-02 to DFR-04, DFE-03).
/// </summary>
internal static class MigratorMutants
{
    public static IEnumerable<Mutant> All =>
    [
        new("migrates-with-the-old-size", "UPD-09", "an increase by migration is proposed with another size",
            Outgoing.Calls(CreateConnection, async call =>
            {
                var body = await call.JsonAsync();
                body["bandwidthMbps"] = 1;
                return await call.ProceedAsync(null, body);
            })),
        new("break-before-make", "MIG-04", "the old connection is deleted as soon as the peer has the new one",
            WithOld(CreateConnection.Id, afterwards: true)),
        new("old-side-given-up-too", "MIG-09", "a migration that comes to nothing takes the old connection with it",
            WithOld(DeleteConnection.Id, afterwards: false)),
        new("new-side-kept-at-the-peer", "MIG-09", "the peer keeps the new side of a migration that came to nothing",
            Outgoing.Calls(DeleteConnection, _ => Task.FromResult(PeerCall.Reply(200)))),
        new("handed-over-before-it-is-there", "DFR-02", "the peer is asked to drive what cannot be read here yet",
            NegotiatorMutants.ReadableOnceAgreed),
        new("deferral-ends-two-hours-early", "DFR-03", "a deferral is rolled back two hours before its time is over",
            Alter.All(
                Alter.Sql("deadline_at <= @now", $"deadline_at <= @now + {TimeSpan.FromHours(2).TotalMilliseconds}"),
                Alter.Rules(NegotiationRules.DeferralIsOver with { Decide = _ => true }))),
        new("overdue-deferral-kept-at-the-peer", "DFR-03", "the peer is not told that a deferral was rolled back",
            Outgoing.Calls(DeleteConnection, _ => Task.FromResult(PeerCall.Reply(200)))),
        new("defers-and-says-nothing", "DFR-04", "the peer is not told that it is to drive",
            Outgoing.Calls(CreateConnection, async call =>
            {
                var body = await call.JsonAsync();
                body.Remove("deferProvisioning");
                return await call.ProceedAsync(null, body);
            })),
        new("lost-feature-not-told", "DFE-03", "the peer is not told that a feature was taken away", Alter.Deliveries(
            DeliveryKinds.DeleteFeature, (_, _, _) => Task.FromResult<DeliveryResult>(new DeliveryResult.Done()))),
        new("returns-to-the-old-key", "MAC-17", "after a key that was declined the old one is given again",
            Alter.With<Memory>(memory => Outgoing.Calls(CreateMacSecKey, async call =>
            {
                var channel = call.Path.Split('?')[0];
                if (memory.Knows($"{channel} declined") && memory.Of(channel) is { } old)
                    return await call.ProceedAsync(old, null);
                var answer = await call.ProceedAsync();
                if (answer.IsSuccessStatusCode)
                    memory.Keep(channel, call.Path);
                else
                    memory.Keep($"{channel} declined");
                return answer;
            }))),
    ];

    // The old connection is where the peer had it placed first; it goes with a call about the new one.
    private static Alteration WithOld(string operation, bool afterwards) => Alter.With<Memory>(memory => Alter.All(
        Wire.Calls(CreateConnection, call =>
        {
            memory.KeepFirst(call.Query("connectionId") ?? "", call.Segments[^2]);
            return call.ProceedAsync();
        }),
        Outgoing.Calls(async call =>
        {
            if (call.Operation != operation)
                return await call.ProceedAsync();
            if (!afterwards)
                await DeleteOldAsync(memory, call);
            var answer = await call.ProceedAsync();
            if (afterwards && answer.IsSuccessStatusCode)
                await DeleteOldAsync(memory, call);
            return answer;
        })));

    private static async Task DeleteOldAsync(Memory memory, PeerCall call)
    {
        var id = call.Path.Contains("connectionId=", StringComparison.Ordinal)
            ? call.Path.Split("connectionId=")[^1].Split('&')[0]
            : call.Segments[^1];
        if (memory.Of(id) is { } interconnect)
            await call.DeleteAsync(
                $"{call.Path.Split("/interconnects/")[0]}/interconnects/{interconnect}/connections/{id}");
    }
}
