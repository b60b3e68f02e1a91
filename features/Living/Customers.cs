using Harness.Protocol;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Living;

/// <summary>The customers' connections at the partner's portal.</summary>
internal sealed class Customers(
    Ground ground, StatusKeeper status, NetworkFeatures network, List<IUndertaking> undertakings)
{
    private readonly Dictionary<string, Entry> entries = [];

    /// <summary>Gives out a key; the target is not called (KEY-01, KEY-02).</summary>
    public PortalAnswer Create(Wish.Create wish)
    {
        var environment = ground.Other.Environment(wish.Environment);
        if (Unfit(environment, wish.Mbps) is { } refusal)
            return refusal;
        var uuid = ground.Data.Uuid();
        var key = ActivationKeyCodec.Encode(new ActivationKey(
            ActivationKey.CurrentVersion, $"{ground.There(environment)}", uuid, wish.Mbps, wish.RemoteAccount));
        ground.State.Keys.Issue(key);
        entries[uuid] = new Entry(key);
        ground.Accounts[uuid] = wish.Account;
        return PortalAnswer.Granted(("connectionId", uuid), ("activationKey", key));
    }

    /// <summary>Takes a key of the target's, and negotiates the rest (KEY-04 to KEY-08).</summary>
    public PortalAnswer Accept(Wish.Accept wish)
    {
        if (!ActivationKeyCodec.TryDecode(wish.ActivationKey, out var key) || !ActivationKeyCodec.IsComplete(key))
            return PortalAnswer.Refused(400, "expected an activation key, found something else (KEY-04)");
        if (!ResourceName.TryParse<EnvironmentName>(key.DestinationEnvironmentUri!.TrimStart('/'), out var named))
            return PortalAnswer.Refused(400, "expected a key for an environment, found another name (KEY-05)");
        if (key.DestinationAccountId != wish.Account)
            return PortalAnswer.Refused(403, "expected a key for the customer's own account (KEY-07)");
        var uuid = key.SharedConnectionUuid!;
        if (entries.ContainsKey(uuid))
            return PortalAnswer.Refused(409, "the key was brought before");
        var environment = ground.Own(named);
        if (Unfit(environment, key.ConnectionSizeMbps!.Value) is { } refusal)
            return refusal;
        var entry = entries[uuid] = new Entry(wish.ActivationKey);
        ground.Accounts[uuid] = wish.Account;
        undertakings.Add(new Negotiation(
            ground,
            network,
            new(uuid, environment, key.ConnectionSizeMbps.Value, Negotiation.Step.Confirm)
            {
                Key = wish.ActivationKey,
                Leave = undertakings.Add,
                Failed = why => entry.Failure = why,
            }));
        return PortalAnswer.Granted();
    }

    /// <summary>Changes the bandwidth on the same interconnect; the target is asked next.</summary>
    public PortalAnswer Update(Wish.Update wish)
    {
        if (ground.Placements(wish.Uuid) is not [var connection] || IsBusy(wish.Uuid))
            return NotNow(wish.Uuid);
        var before = ground.State.Connections.Get(connection)?.BandwidthMbps ?? 0;
        if (wish.Mbps - before > ground.FreeOn(connection.Interconnect))
            return PortalAnswer.Refused(409, $"expected room for {wish.Mbps} Mbps, found less");
        undertakings.Add(new BandwidthUpdate(ground, status, connection, wish.Mbps));
        return PortalAnswer.Granted();
    }

    /// <summary>Moves a connection within its environment, make before break (MIG-02).</summary>
    public PortalAnswer Migrate(Wish.Migrate wish)
    {
        if (ground.Placements(wish.Uuid) is not [var old] || IsBusy(wish.Uuid))
            return NotNow(wish.Uuid);
        var environment = old.Interconnect.Environment;
        var mbps = ground.State.Connections.Get(old)?.BandwidthMbps ?? 0;
        undertakings.Add(new Negotiation(
            ground,
            network,
            new(wish.Uuid, environment, mbps, Negotiation.Step.Place)
            {
                Key = entries.GetValueOrDefault(wish.Uuid)?.Key,
                Old = old,
                Only = environment.Interconnect(wish.Interconnect),
                Leave = undertakings.Add,
                // The old one was never touched (MIG-09).
                Failed = _ => { },
            }));
        return PortalAnswer.Granted();
    }

    /// <summary>The target has left the driving of a connection to the partner (DFR-01).</summary>
    public void TakeOver(ConnectionName connection) => undertakings.Add(new Negotiation(
        ground,
        network,
        new(connection.Id, connection.Interconnect.Environment, 0, Negotiation.Step.Agree)
        {
            Made = connection,
            Leave = undertakings.Add,
            Failed = why =>
            {
                if (entries.TryGetValue(connection.Id, out var entry))
                    entry.Failure = why;
            },
        }));

    /// <summary>Deletes here, and has the target delete (DEL-05); the key is worth nothing any more (KEY-16).</summary>
    public PortalAnswer Delete(Wish.Delete wish)
    {
        if (!entries.Remove(wish.Uuid, out var entry))
            return PortalAnswer.Refused(404, "there is no such connection");
        ground.State.Keys.Revoke(entry.Key);
        undertakings.RemoveAll(it => UuidOf(it) == wish.Uuid);
        foreach (var placement in ground.Placements(wish.Uuid))
        {
            ground.State.RemoveConnection(placement);
            undertakings.Add(new Deletion(ground, placement));
        }

        return PortalAnswer.Granted();
    }

    public PortalAnswer Show(Wish.Show wish)
    {
        if (!entries.TryGetValue(wish.Uuid, out var entry))
            return PortalAnswer.Refused(404, "there is no such connection");
        var verified = ground.Placements(wish.Uuid)
            .Any(it => ground.State.Connections.Get(it)?.VerificationState == VerificationState.Verified);
        return PortalAnswer.Granted(
            ("connectionId", wish.Uuid),
            ("verificationState", verified ? "VERIFIED" : "UNVERIFIED"),
            ("failure", entry.Failure));
    }

    /// <summary>The target has deleted a connection: with the last one of its id, the customer's is gone too.</summary>
    public void Deleted(string uuid)
    {
        if (ground.Placements(uuid).Count == 0 && !IsBusy(uuid) && entries.Remove(uuid, out var entry))
            ground.State.Keys.Revoke(entry.Key);
    }

    private bool IsBusy(string uuid) => undertakings.Any(it => UuidOf(it) == uuid);

    private PortalAnswer NotNow(string uuid) => entries.ContainsKey(uuid)
        ? PortalAnswer.Refused(409, "expected a connection that nothing is done about, found another")
        : PortalAnswer.Refused(404, "there is no such connection");

    private PortalAnswer? Unfit(EnvironmentName environment, int mbps)
    {
        if (ground.State.Environments.Get(environment) is not { } found)
            return PortalAnswer.Refused(400, $"expected an environment on offer, found {environment.Id}");
        if (found.SupportedConnectionSizeMbps?.Contains(mbps) == false)
            return PortalAnswer.Refused(400, $"expected a supported size, found {mbps} Mbps");
        return ground.Interconnects(environment).All(it => ground.FreeOn(it) < mbps)
            ? PortalAnswer.Refused(409, $"expected room for {mbps} Mbps, found less")
            : null;
    }

    private static string? UuidOf(IUndertaking undertaking) => undertaking switch
    {
        Negotiation negotiation => negotiation.Uuid,
        BandwidthUpdate update => update.Uuid,
        _ => null,
    };

    /// <param name="key">As it was given out, or brought. A secret (SEC-05).</param>
    private sealed class Entry(string key)
    {
        public string Key => key;

        /// <summary>Why the connection could not be made.</summary>
        public string? Failure { get; set; }
    }
}
