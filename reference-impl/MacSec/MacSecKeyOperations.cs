using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.MacSec;

/// <summary>What the key operations decide and write, each in one transaction.</summary>
internal sealed class MacSecKeyOperations(Coordinator coordinator)
{
    /// <summary>The keys of a channel, in the order of their acceptance.</summary>
    public async Task<Outcome<ListMacSecKeysResponse>> ListAsync(ChannelName channel, CancellationToken cancellation)
    {
        if (Missing(channel) is { } missing)
            return missing;
        var keys = await coordinator.Store.ReadAsync(
            transaction => MacSecKeyStore.OfChannelAsync(transaction, channel), cancellation);
        return new ListMacSecKeysResponse([.. keys.Select(Answer)]);
    }

    /// <summary>A key.</summary>
    public async Task<Outcome<MacSecKey>> GetAsync(MacSecKeyName name, CancellationToken cancellation) =>
        await coordinator.Store.ReadAsync(transaction => MacSecKeyStore.FindAsync(transaction, name), cancellation)
            is { } key
            ? Answer(key)
            : CommonRules.NotFound(name);

    /// <summary>Accepts a key that the channel's manager brings (MAC-01 to MAC-05, MAC-12, MAC-14, MAC-15).</summary>
    public Task<Outcome<MacSecKey>> CreateAsync(
        ChannelName channel, string? id, MacSecKey body, CancellationToken cancellation)
    {
        var unusable = Missing(channel)
            ?? coordinator.Rules.FirstRefusal(CommonRules.Id, ("macSecKeyId", id))
            ?? coordinator.Rules.FirstRefusal(MacSecRules.Material, new KeyMaterialCase(body.Cak, body.Ckn));
        if (unusable is not null)
            return Task.FromResult<Outcome<MacSecKey>>(unusable);
        var name = channel.MacSecKey(id ?? "");
        return coordinator.Store.DecideAsync<MacSecKey>(
            async transaction =>
            {
                var (interconnectId, @case) = await CaseAsync(transaction, channel, channel.Provider());
                if (coordinator.Rules.FirstRefusal([MacSecRules.CreatedByManager, .. MacSecRules.Rotation], @case)
                    is { } refusal)
                    return refusal;
                var added = await AddAsync(transaction, interconnectId, @case, name, body);
                if (added is Outcome<MacSecKey>.Accepted)
                    await coordinator.Outbox.AddAsync(transaction, KeyActivation.KindName, name.ToString());
                return added;
            },
            cancellation);
    }

    /// <summary>Deletes an inactive key for the channel's manager (MAC-07 to MAC-09).</summary>
    public Task<Outcome<Empty>> DeleteAsync(MacSecKeyName name, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<Empty>(
            async transaction =>
            {
                // Serialized with the activation, so that a key about to turn active is not deleted (MAC-07).
                await InterconnectStore.TakeAsync(transaction, name.Channel.Interconnect);
                if (await MacSecKeyStore.FindAsync(transaction, name) is not { } key)
                    return CommonRules.NotFound(name);
                var deletion = new KeyDeletionCase(
                    name, ManagerOf(name.Channel), name.Channel.Provider(), key.Active);
                if (coordinator.Rules.FirstRefusal(MacSecRules.Deletion, deletion) is { } refusal)
                    return refusal;
                await RemoveAsync(transaction, name, key);
                return new Empty();
            },
            cancellation);

    /// <summary>Begins a rotation that the channel's other provider requests (MAC-18).</summary>
    public Task<Outcome<Empty>> RequestRotationAsync(ChannelName channel, CancellationToken cancellation) =>
        Missing(channel) is { } missing
            ? Task.FromResult<Outcome<Empty>>(missing)
            : RotateAsync(channel, channel.Provider(), cancellation);

    /// <summary>
    /// Begins a rotation of a channel that this provider manages, for the operator or for the peer who requests
    /// it (MAC-10, MAC-18).
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="requester">The peer who asks; null for the operator.</param>
    /// <param name="cancellation">Gives up waiting for the store.</param>
    public Task<Outcome<Empty>> RotateAsync(
        ChannelName channel, ProviderName? requester, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<Empty>(
            async transaction =>
            {
                var own = new ProviderName(coordinator.Testbed.Provider.Id);
                var (interconnectId, @case) = await CaseAsync(transaction, channel, requester ?? own);
                if (requester is not null
                    && coordinator.Rules.Decide(MacSecRules.RequestedOfManager, @case) is { } notHere)
                    return notHere;
                return await OfferAsync(transaction, interconnectId, @case with { Caller = own });
            },
            cancellation);

    /// <summary>
    /// Puts a further key in the place of one that never turned active; the one in use stays until then (MAC-17). A
    /// channel that may not be rotated now waits for its next rotation.
    /// </summary>
    public async Task ReplaceAsync(StoreTransaction transaction, MacSecKeyName failed)
    {
        if (await MacSecKeyStore.FindAsync(transaction, failed) is { } key)
            await RemoveAsync(transaction, failed, key);
        var own = new ProviderName(coordinator.Testbed.Provider.Id);
        var (interconnectId, @case) = await CaseAsync(transaction, failed.Channel, own);
        await OfferAsync(transaction, interconnectId, @case);
    }

    /// <summary>Writes what follows when the router is seen to use a key (MAC-06, MAC-13).</summary>
    public async Task ActivateAsync(StoreTransaction transaction, MacSecKeyName name)
    {
        await InterconnectStore.TakeAsync(transaction, name.Channel.Interconnect);
        var keys = await MacSecKeyStore.OfChannelAsync(transaction, name.Channel);
        var key = keys.FirstOrDefault(one => one.KeyId == name.Id);
        // The router goes by the newest key: an older one that was slower does not take its place.
        if (key is null || keys.Any(one => one.Id > key.Id && one.Active))
            return;
        if (coordinator.Rules.Decide(MacSecRules.TurnsOthersInactive, key))
            await MacSecKeyStore.DeactivateOthersAsync(transaction, key);
        await MacSecKeyStore.ActivateAsync(transaction, key, coordinator.Clock.GetUtcNow());
    }

    /// <summary>Removes a key from the store, and from the network soon after.</summary>
    public async Task RemoveAsync(StoreTransaction transaction, MacSecKeyName name, MacSecKeyRow key)
    {
        await MacSecKeyStore.DeleteAsync(transaction, key);
        foreach (var kind in (string[])[KeyActivation.KindName, KeyOffer.KindName, KeyRetirement.KindName])
            await DeliveryOutbox.WithdrawAsync(transaction, name.ToString(), kind);
        await coordinator.Outbox.AddAsync(transaction, KeyRemoval.KindName, name.ToString());
    }

    // New material is stored and, once it stands by on our router, given to the peer (MAC-10).
    private async Task<Outcome<Empty>> OfferAsync(
        StoreTransaction transaction, long interconnectId, NewKeyCase @case)
    {
        if (coordinator.Rules.FirstRefusal([MacSecRules.CreatedByManager, .. MacSecRules.Rotation], @case)
            is { } refusal)
            return refusal;
        var material = KeyMaterial.New();
        var name = @case.Channel.MacSecKey($"key-{coordinator.Ids.NewUuid()}");
        var body = new MacSecKey(Cak: material.Cak, Ckn: material.Ckn);
        if (await AddAsync(transaction, interconnectId, @case, name, body) is Outcome<MacSecKey>.Refused taken)
            return taken.Refusal;
        await coordinator.Outbox.AddAsync(transaction, KeyOffer.KindName, name.ToString());
        return new Empty();
    }

    // A key as it is answered: without its CAK, which leaves the server for no one (SEC-05).
    private static MacSecKey Answer(MacSecKeyRow row) => new(
        Name: $"{row.Channel}/macSecKeys/{row.KeyId}",
        Ckn: row.Ckn,
        StartTime: DateTimeOffset.FromUnixTimeMilliseconds(row.StartTime),
        Active: row.Active);

    // There is nothing that a broken rule could let pass below a channel that is not in the testbed.
    private Refusal? Missing(ChannelName channel) =>
        coordinator.Testbed.Find(channel) is null ? CommonRules.NotFound(channel) : null;

    private ProviderName ManagerOf(ChannelName channel) =>
        coordinator.Testbed.Find(channel)?.MacsecManager
        ?? throw new InvalidOperationException($"{channel} was not looked up before");

    private async Task<(long InterconnectId, NewKeyCase Case)> CaseAsync(
        StoreTransaction transaction, ChannelName channel, ProviderName caller)
    {
        // MAC-14: one decision at a time on an interconnect.
        var interconnect = await InterconnectStore.TakeAsync(transaction, channel.Interconnect)
            ?? throw new StoreException($"expected a row of {channel.Interconnect}, found none; restart the server");
        var keys = await MacSecKeyStore.OfInterconnectAsync(transaction, interconnect.Id);
        var channels = coordinator.Testbed.Find(channel.Interconnect)?.Channels.Count ?? 0;
        var now = coordinator.Clock.GetUtcNow();
        return (interconnect.Id, new NewKeyCase(channel, ManagerOf(channel), caller, channels, keys, now));
    }

    private async Task<Outcome<MacSecKey>> AddAsync(
        StoreTransaction transaction, long interconnectId, NewKeyCase @case, MacSecKeyName name, MacSecKey body)
    {
        var rules = coordinator.Rules;
        var key = new NewKey(
            interconnectId,
            name,
            body.Ckn ?? "",
            body.Cak ?? "",
            rules.Decide(MacSecRules.StartTime, new StartTimeCase(body.StartTime, @case.Now)),
            rules.Decide(MacSecRules.IsRotation, @case),
            rules.Decide(MacSecRules.ActiveOnAcceptance, @case));
        if (!await MacSecKeyStore.AddAsync(transaction, key))
        {
            return new Refusal(
                ErrorCode.AlreadyExists,
                "MAC-01",
                $"expected a new macSecKeyId, found that {name} exists; choose another");
        }

        return new MacSecKey(name.ToString(), Ckn: key.Ckn, StartTime: key.StartTime, Active: key.Active);
    }
}
