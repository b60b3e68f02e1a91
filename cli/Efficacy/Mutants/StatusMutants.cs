using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol.Names;
using Harness.Reference.Connections;
using Harness.Reference.Hosting;
using Harness.Reference.Outbox;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Provisioning, notifications and verification (PRO-01 to PRO-06, FEA-14, COM-11).</summary>
internal static class StatusMutants
{
    public static IEnumerable<Mutant> All => [.. Sending, .. Receiving];

    private static IEnumerable<Mutant> Sending =>
    [
        new("final-in-the-answer", "PRO-01", "a feature is answered FINAL when it is accepted",
            Wire.Answers(CreateFeature, json => json["provisioningState"] = "PROVISIONING_STATE_FINAL")),
        new("never-final", "PRO-01", "a feature stays PENDING when it is in the network",
            Alter.Sql(
                "UPDATE features SET provisioning_state = 'Final'", "UPDATE features SET activation = activation")),
        new("notified-once", "PRO-02", "a notification that is not acknowledged is not repeated",
            Notify(async (delivery, handler, cancellation) =>
                await handler.DeliverAsync(delivery, cancellation) is DeliveryResult.Done done
                    ? done
                    : new DeliveryResult.Done())),
        new("notified-twice", "PRO-02", "a notification is given up after two attempts",
            Notify(async (delivery, handler, cancellation) =>
                await handler.DeliverAsync(delivery, cancellation) is var result && delivery.Attempts < 1
                    ? result
                    : result as DeliveryResult.Done ?? new DeliveryResult.Done())),
        new("dropped-line-acknowledges", "PRO-02", "a notification that has no answer is taken for acknowledged",
            Notify(async (delivery, handler, cancellation) =>
                await handler.DeliverAsync(delivery, cancellation) is var result
                && result is DeliveryResult.Again again
                && !again.Reason.StartsWith("the peer answered", StringComparison.Ordinal)
                    ? new DeliveryResult.Done()
                    : result)),
        new("notified-early", "PRO-02", "the peer is notified when a feature is accepted",
            options => Wire.Calls(CreateFeature, async call =>
            {
                var reply = await call.ProceedAsync();
                if (reply.IsSuccess)
                    await NotifyPeerAsync(options, string.Join('/', call.Segments[..^1]));
                return reply;
            })(options)),
        new("never-notified", "PRO-02", "the peer is never notified",
            Notify((_, _, _) => Task.FromResult<DeliveryResult>(new DeliveryResult.Done()))),
        new("verified-when-told", "PRO-03", "VERIFIED does not wait for the local check",
            Verified(@case => @case is { Acknowledged: true, Notified: true } or { Notified: true, Available: false })),
        new("verified-when-ready", "PRO-03", "VERIFIED does not wait for the peer's notification",
            Verified(@case => @case is { Available: true, Acknowledged: true })),
        new("sent-is-acknowledged", "PRO-03", "a notification counts as acknowledged when it is sent",
            Verified(@case => @case is { Available: true, Notified: true })),
        new("never-verified", "PRO-03", "a connection never becomes VERIFIED", Verified(_ => false)),
    ];

    private static IEnumerable<Mutant> Receiving =>
    [
        new("never-refreshed", "PRO-04", "a notification leads to no refresh",
            Refresh(_ => false)),
        new("refreshed-once", "PRO-04", "only the first notification leads to a refresh",
            Refresh(delivery => delivery.Payload == "1")),
        new("early-notification-lost", "PRO-05", "a notification before the target is ready is forgotten",
            Alter.With<Memory>(memory => Wire.Calls(async call =>
            {
                if (call.Operation == NotifyConnectionStatus
                    && memory.NamesBelow(string.Join('/', call.Segments[..^1])) is [])
                    return Reply.Of(200, new System.Text.Json.Nodes.JsonObject());
                var reply = await call.ProceedAsync();
                if (call.Operation == CreateFeature && reply.IsSuccess)
                    memory.Keep(call.Path);
                return reply;
            }))),
        new("second-notification-refused", "PRO-05", "a repeated notification is answered 409",
            Alter.With<Memory>(memory => Wire.Calls(NotifyConnectionStatus, call =>
                memory.Count(call.Path) > 1 ? Task.FromResult(Reply.Of(409)) : call.ProceedAsync()))),
        new("repetition-unverifies", "PRO-05", "a third notification makes a connection UNVERIFIED again",
            Alter.With<Memory>(memory => Alter.All(
                Wire.Calls(NotifyConnectionStatus, call =>
                {
                    memory.Count(string.Join('/', call.Segments[..^1]));
                    return call.ProceedAsync();
                }),
                Wire.Answers(GetConnection, (call, json) =>
                {
                    if (int.Parse(memory.Of(call.Path) ?? "0") > 2)
                        json["verificationState"] = "VERIFICATION_STATE_UNVERIFIED";
                })))),
        new("two-features-may-be-missing", "FEA-14", "all features but two are enough",
            Enough(counts => counts.Channels - 2)),
        new("three-features-are-enough", "COM-11", "three features are enough, however many channels there are",
            Enough(_ => 3)),
        new("all-features-needed", "FEA-14", "a connection with a channel without a feature is never available",
            Enough(counts => counts.Channels)),
    ];

    private static Alteration Verified(Func<VerificationCase, bool> decide) =>
        Alter.Rules(StatusRules.Verified with { Decide = decide });

    private static Alteration Enough(Func<FeatureCounts, int> needed) => Alter.Rules(
        StatusRules.ProvisioningStarts with { Decide = counts => counts.Accepted >= needed(counts) },
        StatusRules.Available with
        {
            Decide = counts => counts.Accepted >= needed(counts) && counts.Final == counts.Accepted,
        });

    private static Alteration Notify(
        Func<Delivery, IDeliveryHandler, CancellationToken, Task<DeliveryResult>> deliver) =>
        Alter.Deliveries(DeliveryKinds.NotifyConnectionStatus, deliver);

    private static Alteration Refresh(Func<Delivery, bool> when) => Alter.Deliveries(
        DeliveryKinds.RefreshConnection,
        (delivery, handler, cancellation) => when(delivery)
            ? handler.DeliverAsync(delivery, cancellation)
            : Task.FromResult<DeliveryResult>(new DeliveryResult.Done()));

    private static async Task NotifyPeerAsync(ReferenceOptions options, string connection)
    {
        var ours = ResourceName.Parse<ConnectionName>(connection);
        var theirs = new ProviderName(options.Testbed.Provider.Id)
            .Environment(ours.Interconnect.Environment.Environment)
            .Interconnect(ours.Interconnect.Interconnect)
            .Connection(ours.Connection);
        var peer = options.Testbed.Peers.First(peer => peer.ApiUri is not null);
        await options.Connect(peer).NotifyConnectionStatusAsync(theirs, CancellationToken.None);
    }
}
