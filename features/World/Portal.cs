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

    /// <summary>Schedules a maintenance of a channel; answers the event's id.</summary>
    public async Task<string> ScheduleMaintenance(ChannelName channel, DateTimeOffset start, DateTimeOffset end)
    {
        var inputs = Window(Of(channel), start, end);
        inputs["emergency"] = false;
        var id = (await actions.Demand(Hook.ScheduleMaintenance, inputs)).Text("maintenanceId")!;
        cleanup.Add($"maintenance {id}", () => actions.Run(Hook.CancelMaintenance, Event(id)));
        return id;
    }

    /// <summary>Moves a maintenance.</summary>
    public Task ChangeMaintenance(string id, DateTimeOffset start, DateTimeOffset end) =>
        actions.Demand(Hook.ChangeMaintenance, Window(Event(id), start, end));

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
        Dictionary<string, JsonNode?> inputs,
        DateTimeOffset start,
        DateTimeOffset end) => new(inputs)
    {
        ["startTime"] = $"{start.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}",
        ["endTime"] = $"{end.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}",
    };

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
