using System.Text.Json.Nodes;
using Harness.Certification.Evidence;
using Harness.Certification.Verdicts;
using Harness.Features.Target;
using Harness.Features.Target.Hooks;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>The customer and the operator at the target: what scenarios ask them to do, through the hooks.</summary>
/// <param name="actions">The hooks of the target file.</param>
/// <param name="place">The scenario's environment.</param>
/// <param name="accounts">The customer's accounts.</param>
/// <param name="redactor">Learns the keys that come back (SEC-05).</param>
/// <param name="cleanup">What is made is deleted in the end.</param>
/// <param name="data">Makes ids that nobody has.</param>
public sealed class Portal(
    TargetActions actions,
    Place place,
    AccountSettings accounts,
    Redactor redactor,
    Cleanup cleanup,
    TestData data)
{
    private const string Emergency = "emergency";

    /// <summary>A wish that nothing is wrong with.</summary>
    public PortalWish Wish(int bandwidthMbps) => new(place.Environment.Id, bandwidthMbps, accounts.Remote);

    /// <summary>The same wish with something wrong; skips where the target file names no such account.</summary>
    public PortalWish Defective(PortalWish wish, PortalDefect defect) => defect switch
    {
        PortalDefect.UnknownEnvironment => wish with { EnvironmentId = data.Id("no-environment") },
        PortalDefect.UnsupportedSize => wish with { BandwidthMbps = place.Sizes[^1] + 1 },
        PortalDefect.SuspendedAccount => wish with { Account = PortalAccount.Suspended },
        _ => wish with { Account = PortalAccount.Full },
    };

    /// <summary>Creates a connection at the portal.</summary>
    public async Task<PortalAnswer> Create(PortalWish wish)
    {
        var outcome = await actions.Run(Hook.CreateConnection, new()
        {
            ["environment"] = wish.EnvironmentId,
            ["bandwidthMbps"] = wish.BandwidthMbps,
            ["remoteAccountId"] = wish.RemoteAccountId,
            ["accountId"] = AccountOf(wish),
        });
        if (outcome is not HookOutcome.Done done)
            return new PortalAnswer(null);

        var key = done.Text("activationKey")!;
        redactor.Learn(key);
        var intent = new Intent(done.Text("connectionId")!, wish.BandwidthMbps, key);
        cleanup.Add($"customer intent {intent.Uuid}", () => Withdraw(intent));
        return new PortalAnswer(intent);
    }

    /// <summary>The account at the target that customers of the partner's keys have.</summary>
    public string CustomersAccount => accounts.Good;

    /// <summary>Whether the portal tells why a connection could not be made.</summary>
    public bool TellsFailures => actions.Brings(Hook.GetConnection, "failure");

    /// <summary>Whether customers can create connections at the target.</summary>
    public bool Creates => actions.Has(Hook.CreateConnection);

    /// <summary>Brings a key that the partner has issued; false where the portal refuses it at once.</summary>
    /// <param name="intent">What the key is for.</param>
    /// <param name="encodedKey">The key as it is brought. A secret (SEC-05).</param>
    public async Task<bool> Accept(Intent intent, string encodedKey)
    {
        redactor.Learn(encodedKey);
        var accepted = await actions.Run(Hook.AcceptConnection, new()
        {
            ["environment"] = place.Environment.Id,
            ["activationKey"] = encodedKey,
            ["accountId"] = accounts.Good,
        }) is HookOutcome.Done;
        if (accepted)
            cleanup.Add($"accepted connection {intent.Uuid}", () => Withdraw(intent));
        return accepted;
    }

    /// <summary>Moves a live connection to another interconnect, as the operator.</summary>
    public Task Migrate(Intent intent, AgreedInterconnect to) => actions.Demand(
        Hook.MigrateConnection,
        new(Of(intent))
        {
            ["environment"] = to.Name.Environment.Id,
            ["interconnect"] = to.Name.Id,
        });

    /// <summary>Takes the feature of a channel away from a connection, as the operator.</summary>
    public Task DeleteFeature(Intent intent, ChannelName channel) => actions.Demand(
        Hook.DeleteFeature,
        new(Of(channel)) { ["connectionId"] = intent.Uuid });

    /// <summary>Deletes a connection at the portal; false where the portal refuses.</summary>
    public async Task<bool> Delete(Intent intent)
    {
        var done = await actions.Run(Hook.DeleteConnection, Of(intent)) is HookOutcome.Done;
        intent.Ended |= done;
        return done;
    }

    /// <summary>Asks the portal for another bandwidth.</summary>
    public Task Update(Intent intent, int bandwidthMbps) => actions.Demand(
        Hook.UpdateConnection,
        new(Of(intent)) { ["bandwidthMbps"] = bandwidthMbps });

    /// <summary>Asks the portal for another bandwidth, which it may refuse; whether it did not.</summary>
    public async Task<bool> AskUpdate(Intent intent, int bandwidthMbps) => await actions.Run(
        Hook.UpdateConnection,
        new(Of(intent)) { ["bandwidthMbps"] = bandwidthMbps }) is HookOutcome.Done;

    /// <summary>What the customer sees of a connection; null where the portal does not have it.</summary>
    public async Task<PortalView?> Look(Intent intent) =>
        await actions.Run(Hook.GetConnection, Of(intent)) is HookOutcome.Done seen ? PortalView.Of(seen) : null;

    /// <summary>How many connections of this UUID the customer sees (MIG-08).</summary>
    public async Task<int> Count(Intent intent)
    {
        var seen = await actions.Demand(Hook.ListConnections, []);
        return seen.List("connectionIds").Count(id => id == intent.Uuid);
    }

    /// <summary>Brings an interconnect into a state, such as <c>CLOSED</c>.</summary>
    public Task SetInterconnectState(AgreedInterconnect interconnect, string state) => actions.Demand(
        Hook.SetInterconnectState,
        new()
        {
            ["environment"] = interconnect.Name.Environment.Id,
            ["interconnect"] = interconnect.Name.Id,
            ["state"] = state,
        });

    /// <summary>Has the target rotate the keys of a channel that it manages.</summary>
    public Task RotateKey(ChannelName channel) => actions.Demand(Hook.RotateKey, Of(channel));

    /// <summary>Asks for a rotation, which may be refused; whether it was not.</summary>
    public async Task<bool> AskRotation(ChannelName channel) =>
        await actions.Run(Hook.RotateKey, Of(channel)) is HookOutcome.Done;

    /// <summary>Schedules a maintenance of a channel; answers the event's id.</summary>
    public async Task<string> ScheduleMaintenance(ChannelName channel, MaintenanceWindow window) =>
        Keep(await actions.Demand(Hook.ScheduleMaintenance, Maintenance(channel, window, emergency: false)));

    /// <summary>Asks for a maintenance of a channel; answers the event's id, null for a refusal.</summary>
    /// <exception cref="SkipException">An emergency, which the hook cannot tell from another maintenance.</exception>
    public async Task<string?> AskMaintenance(ChannelName channel, MaintenanceWindow window, bool emergency = false)
    {
        if (emergency && !actions.Takes(Hook.ScheduleMaintenance, Emergency))
            throw new SkipException(
                $"the hook {HookTable.NameOf(Hook.ScheduleMaintenance)} of the target file makes no use of "
                + $"{{{Emergency}}}");
        return await actions.Run(Hook.ScheduleMaintenance, Maintenance(channel, window, emergency))
            is HookOutcome.Done done
            ? Keep(done)
            : null;
    }

    /// <summary>Moves a maintenance.</summary>
    public Task ChangeMaintenance(string id, MaintenanceWindow window) =>
        actions.Demand(Hook.ChangeMaintenance, Window(Event(id), window));

    /// <summary>Asks for a maintenance to be moved, which may be refused; whether it was not.</summary>
    public async Task<bool> AskMove(string id, MaintenanceWindow window) =>
        await actions.Run(Hook.ChangeMaintenance, Window(Event(id), window)) is HookOutcome.Done;

    /// <summary>Cancels a maintenance.</summary>
    public Task CancelMaintenance(string id) => actions.Demand(Hook.CancelMaintenance, Event(id));

    /// <summary>The target's log, whole.</summary>
    public async Task<string> ReadLogs() => (await actions.Demand(Hook.ReadLogs, [])).Text("text") ?? "";

    private static Dictionary<string, JsonNode?> Of(Intent intent) => new() { ["connectionId"] = intent.Uuid };

    private static Dictionary<string, JsonNode?> Event(string id) => new() { ["maintenanceId"] = id };

    private static Dictionary<string, JsonNode?> Of(ChannelName channel) => new()
    {
        ["environment"] = channel.Interconnect.Environment.Id,
        ["interconnect"] = channel.Interconnect.Id,
        ["channel"] = channel.Id,
    };

    private static Dictionary<string, JsonNode?> Window(
        Dictionary<string, JsonNode?> inputs, MaintenanceWindow window) => new(inputs)
    {
        ["startTime"] = $"{window.Start.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}",
        ["endTime"] = $"{window.End.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}",
    };

    private static Dictionary<string, JsonNode?> Maintenance(
        ChannelName channel, MaintenanceWindow window, bool emergency) =>
        new(Window(Of(channel), window)) { [Emergency] = emergency };

    private string Keep(HookOutcome.Done scheduled)
    {
        var id = scheduled.Text("maintenanceId")!;
        cleanup.Add($"maintenance {id}", () => actions.Run(Hook.CancelMaintenance, Event(id)));
        return id;
    }

    private string AccountOf(PortalWish wish) => wish.Account switch
    {
        PortalAccount.Good => accounts.Good,
        PortalAccount.Suspended => accounts.Suspended ?? throw NoAccount("suspended"),
        _ => accounts.Full ?? throw NoAccount("full"),
    };

    private static SkipException NoAccount(string which) =>
        new($"the target file names no account that is {which} (accounts.{which})");

    private async Task Withdraw(Intent intent)
    {
        if (!intent.Ended)
            await Delete(intent);
    }
}
