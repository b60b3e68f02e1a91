using Harness.Certification.Verdicts;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>The customer and the operator at the target: what scenarios ask them to do, through the hooks.</summary>
/// <param name="hooks">The actions of the target file.</param>
/// <param name="place">The scenario's environment.</param>
/// <param name="accounts">The customer's accounts at the target.</param>
/// <param name="data">Makes account numbers.</param>
/// <param name="cleanup">What is made is deleted in the end.</param>
public sealed class Portal(ITargetActions hooks, Place place, PortalAccounts accounts, TestData data, Cleanup cleanup)
{
    /// <summary>A wish that nothing is wrong with.</summary>
    public PortalWish Wish(int bandwidthMbps) => new(place.Environment.Id, bandwidthMbps, data.Account());

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
        var outcome = await hooks.Run("createConnection", new Dictionary<string, string>
        {
            ["environment"] = wish.EnvironmentId,
            ["bandwidthMbps"] = $"{wish.BandwidthMbps}",
            ["remoteAccountId"] = wish.RemoteAccountId,
            ["accountId"] = accounts.Of(wish.Account),
        });
        if (!outcome.Accepted)
            return new PortalAnswer(null);

        var intent = new Intent(
            outcome.Outputs["connectionId"],
            wish.BandwidthMbps,
            outcome.Outputs["activationKey"],
            wish.RemoteAccountId);
        cleanup.Add($"customer intent {intent.Uuid}", () => Withdraw(intent));
        return new PortalAnswer(intent);
    }

    /// <summary>Deletes a connection at the portal; false where the portal refuses.</summary>
    public async Task<bool> Delete(Intent intent)
    {
        var outcome = await hooks.Run("deleteConnection", Of(intent));
        intent.Ended |= outcome.Accepted;
        return outcome.Accepted;
    }

    /// <summary>Asks the portal for another bandwidth; a failed check where it refuses at once.</summary>
    public Task Update(Intent intent, int bandwidthMbps) => Demand("updateConnection", new(Of(intent))
    {
        ["bandwidthMbps"] = $"{bandwidthMbps}",
    });

    /// <summary>How many connections of this UUID the customer sees (MIG-08).</summary>
    public async Task<int> Count(Intent intent) =>
        int.Parse((await Demand("getConnection", new(Of(intent)))).Outputs["count"]);

    /// <summary>Brings an interconnect into a state, such as <c>CLOSED</c>.</summary>
    public Task SetInterconnectState(AgreedInterconnect interconnect, string state) =>
        Demand("setInterconnectState", new()
        {
            ["environment"] = interconnect.Name.Environment.Id,
            ["interconnect"] = interconnect.Name.Id,
            ["state"] = state,
        });

    /// <summary>Has the target rotate the keys of a channel that it manages.</summary>
    public Task RotateKey(ChannelName channel) => Demand("rotateKey", Of(channel));

    /// <summary>Schedules a maintenance of a channel; answers the event's id.</summary>
    public async Task<string> ScheduleMaintenance(ChannelName channel, DateTimeOffset start, DateTimeOffset end)
    {
        var outcome = await Demand("scheduleMaintenance", Window(Of(channel), start, end));
        var id = outcome.Outputs["maintenanceId"];
        cleanup.Add($"maintenance {id}", () => hooks.Run("cancelMaintenance", Event(id)));
        return id;
    }

    /// <summary>Moves a maintenance.</summary>
    public Task ChangeMaintenance(string id, DateTimeOffset start, DateTimeOffset end) =>
        Demand("changeMaintenance", Window(Event(id), start, end));

    /// <summary>Cancels a maintenance.</summary>
    public Task CancelMaintenance(string id) => Demand("cancelMaintenance", Event(id));

    /// <summary>The target's log, whole.</summary>
    public async Task<string> ReadLogs() => (await Demand("readLogs", [])).Outputs["logs"];

    private static Dictionary<string, string> Of(Intent intent) => new() { ["connectionId"] = intent.Uuid };

    private static Dictionary<string, string> Event(string id) => new() { ["maintenanceId"] = id };

    private static Dictionary<string, string> Of(ChannelName channel) => new()
    {
        ["environment"] = channel.Interconnect.Environment.Id,
        ["interconnect"] = channel.Interconnect.Id,
        ["channel"] = channel.Id,
    };

    private static Dictionary<string, string> Window(
        Dictionary<string, string> inputs,
        DateTimeOffset start,
        DateTimeOffset end) => new(inputs)
    {
        ["startTime"] = $"{start.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}",
        ["endTime"] = $"{end.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}",
    };

    private async Task<ActionOutcome> Demand(string hook, Dictionary<string, string> inputs)
    {
        var outcome = await hooks.Run(hook, inputs);
        return outcome.Accepted
            ? outcome
            : throw new BlameException(Blame.Operator, $"the hook {hook} was refused where it had to succeed");
    }

    private async Task Withdraw(Intent intent)
    {
        if (!intent.Ended)
            await Delete(intent);
    }
}

/// <summary>The customer's accounts at the target; null where the target file names none of that kind.</summary>
/// <param name="Good">In good standing, with room in its quota.</param>
/// <param name="Suspended">Not in good standing.</param>
/// <param name="Full">Over its quota.</param>
public sealed record PortalAccounts(string Good, string? Suspended, string? Full)
{
    /// <summary>The id of an account; skips where there is none.</summary>
    public string Of(PortalAccount account) => account switch
    {
        PortalAccount.Good => Good,
        PortalAccount.Suspended => Suspended ?? throw Missing("suspended"),
        _ => Full ?? throw Missing("full"),
    };

    private static SkipException Missing(string which) =>
        new($"the target file names no account that is {which} (accounts.{which})");
}
