using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.Outbox;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>What goes wrong when the customer's own wish goes to the peer (UPD-06, UPD-07, DEL-05).</summary>
internal static class InitiatorMutants
{
    public static IEnumerable<Mutant> All => [.. Updates, .. Deletes];

    private static IEnumerable<Mutant> Updates =>
    [
        new("network-before-the-200", "UPD-06", "the network is changed before the peer has agreed to an update",
            options => Outgoing.Calls(UpdateConnection, async call =>
            {
                await During.WriteAsync(
                    options,
                    "UPDATE features SET provisioning_state = 'Pending' "
                        + "WHERE connection_id IN (SELECT id FROM connections WHERE uuid = @uuid)",
                    new { uuid = call.Segments[^1] });
                return await call.ProceedAsync();
            })(options)),
        new("update-not-recorded", "UPD-06", "an update is not recorded before the peer has agreed",
            Alter.Sql("SET update_state = @state,", "SET update_state = NULLIF(@state, 'Asking'),")),
        new("another-size-asked-for", "UPD-06", "the peer is asked for another size than the customer's",
            Outgoing.Calls(UpdateConnection, call => call.ProceedAsync(null, new() { ["bandwidthMbps"] = 1 }))),
        new("refused-update-carried-out", "UPD-07", "a refused update is carried out all the same",
            Outgoing.Calls(UpdateConnection, async call =>
                await call.ProceedAsync() is { IsSuccessStatusCode: true } agreed ? agreed : PeerCall.Reply(200))),
        new("refused-update-keeps-its-room", "UPD-07", "what an increase held is not given back when it is refused",
            options => Outgoing.Calls(UpdateConnection, async call =>
            {
                var answer = await call.ProceedAsync();
                if (!answer.IsSuccessStatusCode)
                    await During.WriteAsync(
                        options,
                        "UPDATE connections SET held_mbps = 0 WHERE uuid = @uuid",
                        new { uuid = call.Segments[^1] });
                return answer;
            })(options)),
        new("refused-update-never-over", "UPD-07", "a refused update is asked for again and again",
            Outgoing.Calls(UpdateConnection, async call =>
                await call.ProceedAsync() is { IsSuccessStatusCode: true } agreed ? agreed : PeerCall.Reply(503))),
    ];

    private static IEnumerable<Mutant> Deletes =>
    [
        new("delete-not-told", "DEL-05", "the peer is not told of a customer's delete", Alter.Deliveries(
            DeliveryKinds.DeleteConnection, (_, _, _) => Task.FromResult<DeliveryResult>(new DeliveryResult.Done()))),
        new("delete-told-once", "DEL-05", "the peer is told of a delete once, whatever it answers", Told(200)),
        new("delete-told-for-ever", "DEL-05", "a delete that the peer has acknowledged is repeated", Told(503)),
        new("delete-not-repeated-after-a-fault", "DEL-05", "a delete is not repeated when the line was dropped",
            Outgoing.Calls(DeleteConnection, async call =>
            {
                try
                {
                    return await call.ProceedAsync();
                }
                catch (HttpRequestException)
                {
                    // The fault that is planted: no answer counts as one.
                    return PeerCall.Reply(200);
                }
            })),
    ];

    private static Alteration Told(int takenFor) => Outgoing.Calls(DeleteConnection, async call =>
    {
        await call.ProceedAsync();
        return PeerCall.Reply(takenFor);
    });
}
