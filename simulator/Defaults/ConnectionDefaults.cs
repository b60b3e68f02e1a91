using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator.Serving;
using Harness.Simulator.State;

namespace Harness.Simulator.Defaults;

/// <summary>Connections, their guidance and the lists below them.</summary>
internal sealed class ConnectionDefaults(PartnerOptions options, PartnerState state)
{
    public PartnerReply List(InterconnectName name, PartnerRequest request) =>
        state.Interconnects.Get(name) is null
            ? PartnerReply.NotFound
            : Pages.Of(
                request,
                state.Connections.Children(name),
                (page, next) => PartnerReply.Ok(
                    new ListConnectionsResponse(page, next), ProtocolJson.Default.ListConnectionsResponse));

    public PartnerReply Answer(Operation operation, ConnectionName name, PartnerRequest request)
    {
        if (operation == PublishedOperations.CreateConnection)
            return Create(name, request);
        if (operation == PublishedOperations.DeleteConnection)
            return state.RemoveConnection(name) ? PartnerReply.Empty : PartnerReply.NotFound;
        if (state.Connections.Get(name) is not { } found)
            return PartnerReply.NotFound;
        return operation.Id switch
        {
            "GetConnection" => PartnerReply.Ok(found, ProtocolJson.Default.Connection),
            "UpdateConnection" => Update(name, request),
            "NotifyConnectionStatus" => PartnerReply.Empty,
            "GenerateFeatureGuidance" => Guide(name),
            "ListFeatures" => ListFeatures(name, request),
            _ => PartnerReply.NotFound,
        };
    }

    private PartnerReply Create(ConnectionName name, PartnerRequest request)
    {
        if (!request.TryRead(ProtocolJson.Default.Connection, out var proposal) || proposal.BandwidthMbps is null)
            return PartnerReply.Refuse(400, "expected a connection with bandwidthMbps");
        lock (state.Guard)
        {
            if (state.Interconnects.Get(name.Interconnect) is not { } interconnect)
                return PartnerReply.NotFound;
            if (Unfit(proposal, interconnect, name) is { } refusal)
                return refusal;
            var migrates = IsLiveElsewhere(name);
            if (!migrates && !state.Keys.Use(proposal.ActivationKey))
                return PartnerReply.Refuse(400, "expected the activation key of a confirmed intent (CON-06)");

            var accepted = new Connection(
                name.ToString(),
                BandwidthMbps: proposal.BandwidthMbps,
                AdminState: AdminState.Enabled,
                VerificationState: VerificationState.Unverified);
            state.Connections.Put(accepted);
            return PartnerReply.Ok(accepted, ProtocolJson.Default.Connection);
        }
    }

    private PartnerReply? Unfit(Connection proposal, Interconnect interconnect, ConnectionName name)
    {
        if (proposal.DeferProvisioning == true && !DefersAlways(name))
            return PartnerReply.Refuse(400, "the partner takes over no provisioning (DFR-01)");
        if (interconnect.State is not InterconnectState.Active)
            return PartnerReply.Refuse(409, "the interconnect takes no new connection (IXC-01)");
        if (state.Connections.Get(name) is not null)
            return PartnerReply.Refuse(409, "the connection exists (CON-03)");
        return BandwidthRefusal(proposal.BandwidthMbps!.Value, interconnect, name);
    }

    // Where both agreed on it, the partner takes over; whoever scripts it does the driving.
    private bool DefersAlways(ConnectionName name) =>
        state.Environments.Get(name.Interconnect.Environment)?.DeferConnectionProvisioning == true;

    private PartnerReply? BandwidthRefusal(int mbps, Interconnect interconnect, ConnectionName name)
    {
        if (interconnect.SupportedConnectionSizeMbps?.Contains(mbps) == false)
            return PartnerReply.Refuse(400, $"{mbps} Mbps is no supported size (CON-05, UPD-02)");
        var others = state.Connections.Children(name.Interconnect)
            .Where(other => other.Name != name.ToString())
            .Sum(other => (long)(other.BandwidthMbps ?? 0));
        return interconnect.MaxBandwidthMbps is { } most && others + mbps > most
            ? PartnerReply.Refuse(409, $"{mbps} Mbps do not fit beside {others} of {most} (CON-04, UPD-02)")
            : null;
    }

    private bool IsLiveElsewhere(ConnectionName name) =>
        state.Interconnects.Children(name.Interconnect.Environment)
            .Select(interconnect => ResourceName.Parse<InterconnectName>(interconnect.Name))
            .Any(interconnect => interconnect != name.Interconnect
                && state.Connections.Get(interconnect.Connection(name.Id)) is not null);

    private PartnerReply Update(ConnectionName name, PartnerRequest request)
    {
        if (!request.TryRead(ProtocolJson.Default.Connection, out var change))
            return PartnerReply.Refuse(400, "expected a connection");
        var mask = request.Address.Query.GetValueOrDefault("updateMask", "bandwidthMbps");
        if (mask.Split(',').Any(field => field.Trim() is not ("bandwidthMbps" or "bandwidth_mbps" or "")))
            return PartnerReply.Refuse(400, "only bandwidthMbps can be updated (UPD-05)");
        if (change.BandwidthMbps is not { } mbps)
            return PartnerReply.Refuse(400, "expected bandwidthMbps");
        lock (state.Guard)
        {
            if (state.Connections.Get(name) is not { } found)
                return PartnerReply.NotFound;
            if (state.Interconnects.Get(name.Interconnect) is { } interconnect
                && BandwidthRefusal(mbps, interconnect, name) is { } refusal)
                return refusal;
            var updated = found with { BandwidthMbps = mbps };
            state.Connections.Put(updated);
            return PartnerReply.Ok(updated, ProtocolJson.Default.Connection);
        }
    }

    private PartnerReply Guide(ConnectionName name) => PartnerReply.Ok(
        new GenerateFeatureGuidanceResponse(
        [
            .. state.Channels.Children(name.Interconnect).Select(channel => new FeatureGuidance(
                FeatureType.L3Base,
                channel.Name,
                channel.AdminState ?? AdminState.Enabled,
                options.GuidanceOf(name.Interconnect.Environment))),
        ]),
        ProtocolJson.Default.GenerateFeatureGuidanceResponse);

    private PartnerReply ListFeatures(ConnectionName name, PartnerRequest request) => Pages.Of(
        request,
        state.Features.Children(name),
        (page, next) => PartnerReply.Ok(
            new ListFeaturesResponse(page, next), ProtocolJson.Default.ListFeaturesResponse));
}
