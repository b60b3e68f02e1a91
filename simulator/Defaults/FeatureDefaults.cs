using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator.Serving;
using Harness.Simulator.State;

namespace Harness.Simulator.Defaults;

/// <summary>Features.</summary>
internal sealed class FeatureDefaults(PartnerState state)
{
    public PartnerReply Answer(Operation operation, FeatureName name, PartnerRequest request)
    {
        if (operation == PublishedOperations.CreateFeature)
            return Create(name, request);
        if (state.Features.Get(name) is not { } found)
            return PartnerReply.NotFound;
        return operation.Id switch
        {
            "GetFeature" => PartnerReply.Ok(found, ProtocolJson.Default.Feature),
            "DeleteFeature" => state.Features.Remove(name) ? PartnerReply.Empty : PartnerReply.NotFound,
            _ => PartnerReply.NotFound,
        };
    }

    private PartnerReply Create(FeatureName name, PartnerRequest request)
    {
        if (!request.TryRead(ProtocolJson.Default.Feature, out var proposal)
            || proposal.FeatureConfig?.L3BaseConfig is not { VlanId: { } vlan, Ipv4Subnet: not null })
            return PartnerReply.Refuse(400, "expected a feature with channel, VLAN and IPv4 subnet (FEA-05)");
        if (vlan is < 1025 or > 4094)
            return PartnerReply.Refuse(400, "expected a VLAN from 1025 to 4094 (FEA-03)");
        lock (state.Guard)
        {
            if (state.Connections.Get(name.Connection) is null)
                return PartnerReply.NotFound;
            if (!ResourceName.TryParse<ChannelName>(proposal.Channel, out var channel)
                || channel.Interconnect != name.Connection.Interconnect
                || state.Channels.Get(channel) is null)
                return PartnerReply.Refuse(400, "expected a channel of the connection's interconnect (FEA-06)");
            if (state.Features.Get(name) is not null || IsTaken(channel, name.Connection, vlan))
                return PartnerReply.Refuse(409, "the id, the VLAN or the channel is taken (FEA-07, FEA-08)");

            var accepted = proposal with { Name = name.ToString(), ProvisioningState = ProvisioningState.Pending };
            state.Features.Put(accepted);
            return PartnerReply.Ok(accepted, ProtocolJson.Default.Feature);
        }
    }

    private bool IsTaken(ChannelName channel, ConnectionName connection, int vlan) =>
        state.Connections.Children(channel.Interconnect)
            .Select(other => ResourceName.Parse<ConnectionName>(other.Name))
            .SelectMany(other => state.Features.Children(other).Select(feature => (Owner: other, Feature: feature)))
            .Where(other => other.Feature.Channel == channel.ToString())
            .Any(other => other.Owner == connection || other.Feature.FeatureConfig?.L3BaseConfig?.VlanId == vlan);
}
