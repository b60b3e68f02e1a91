using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator.Serving;
using Harness.Simulator.State;

namespace Harness.Simulator.Defaults;

/// <summary>Channels, their maintenance and their MACsec keys.</summary>
internal sealed class ChannelDefaults(PartnerOptions options, PartnerState state)
{
    private const int MostKeys = 2;

    public PartnerReply Answer(Operation operation, ChannelName name, PartnerRequest request)
    {
        if (state.Channels.Get(name) is not { } found)
            return PartnerReply.NotFound;
        return operation.Id switch
        {
            "GetChannel" => PartnerReply.Ok(found, ProtocolJson.Default.Channel),
            "NotifyMaintenance" => PartnerReply.Empty,
            "GetMaintenanceEvents" => PartnerReply.Ok(
                new GetMaintenanceEventsResponse(state.MaintenanceOf(name)),
                ProtocolJson.Default.GetMaintenanceEventsResponse),
            "RequestMacSecKeyRotation" => found.MacsecManagerProvider == options.Provider.ToString()
                ? PartnerReply.Empty
                : PartnerReply.Refuse(409, "the partner does not manage the keys of this channel (MAC-18)"),
            "ListMacSecKeys" => PartnerReply.Ok(
                new ListMacSecKeysResponse([.. state.MacSecKeys.Children(name).Select(Published)]),
                ProtocolJson.Default.ListMacSecKeysResponse),
            "CreateMacSecKey" => PartnerReply.Refuse(400, "expected macSecKeyId (COM-08)"),
            _ => PartnerReply.NotFound,
        };
    }

    public PartnerReply Answer(Operation operation, MacSecKeyName name, PartnerRequest request)
    {
        lock (state.Guard)
        {
            if (state.Channels.Get(name.Channel) is not { } channel)
                return PartnerReply.NotFound;
            if (operation == PublishedOperations.CreateMacSecKey)
                return Create(name, channel, request);
            if (state.MacSecKeys.Get(name) is not { } found)
                return PartnerReply.NotFound;
            return operation == PublishedOperations.DeleteMacSecKey
                ? Delete(name, channel, found)
                : PartnerReply.Ok(Published(found), ProtocolJson.Default.MacSecKey);
        }
    }

    // The key's material is not given out again (SEC-05).
    private static MacSecKey Published(MacSecKey key) => key with { Cak = null };

    private PartnerReply Create(MacSecKeyName name, Channel channel, PartnerRequest request)
    {
        if (!request.TryRead(ProtocolJson.Default.MacSecKey, out var proposal)
            || proposal is not { Cak: not null, Ckn: not null })
            return PartnerReply.Refuse(400, "expected a key with cak and ckn");
        if (!IsManagedByTarget(channel))
            return PartnerReply.Refuse(409, "the caller does not manage the keys of this channel (MAC-02)");
        var present = state.MacSecKeys.Children(name.Channel);
        if (present.Count >= MostKeys || present.Any(key => key.Name == name.ToString()))
            return PartnerReply.Refuse(409, "the channel has this key, or two keys, already (MAC-05)");

        // The target has the key on its own device already (MAC-10): the routers agree on it at once.
        if (options.KeysActiveAtOnce)
            foreach (var older in present)
                state.MacSecKeys.Put(older with { Active = false });
        var accepted = proposal with
        {
            Name = name.ToString(),
            StartTime = options.Clock.GetUtcNow(),
            Active = options.KeysActiveAtOnce,
        };
        state.MacSecKeys.Put(accepted);
        return PartnerReply.Ok(Published(accepted) with { Active = false }, ProtocolJson.Default.MacSecKey);
    }

    private PartnerReply Delete(MacSecKeyName name, Channel channel, MacSecKey found)
    {
        if (!IsManagedByTarget(channel))
            return PartnerReply.Refuse(409, "the caller does not manage the keys of this channel (MAC-08)");
        if (found.Active == true)
            return PartnerReply.Refuse(409, "the key is active (MAC-07)");
        state.MacSecKeys.Remove(name);
        return PartnerReply.Empty;
    }

    private bool IsManagedByTarget(Channel channel) => channel.MacsecManagerProvider == options.Target.ToString();
}
