using System.Text.Json;
using Harness.Protocol.Json;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Rules;
using Harness.Reference.Store;

namespace Harness.Reference.Features;

/// <summary>Reserves a feature's VLAN and subnets, whoever proposes it (FEA-07, FEA-08).</summary>
internal sealed class FeatureReservation(RuleBook rules)
{
    /// <summary>The row of a proposal that is well formed.</summary>
    /// <param name="connectionId">The connection's row.</param>
    /// <param name="id">Id of the feature.</param>
    /// <param name="proposal">What is proposed.</param>
    /// <param name="agreed">Whether both providers have it with that.</param>
    public static FeatureRow Row(long connectionId, string id, FeatureCase proposal, bool agreed)
    {
        var ipv4 = AddressPlan.Ipv4(proposal).Subnet;
        var ipv6 = AddressPlan.Ipv6(proposal).Subnet;
        return new FeatureRow
        {
            ConnectionId = connectionId,
            FeatureId = id,
            Channel = proposal.Body.Channel!,
            VlanId = proposal.Config.VlanId!.Value,
            Ipv4Start = ipv4!.Value.FirstAsNumber,
            Ipv4End = ipv4.Value.LastAsNumber,
            Ipv6Start = ipv6?.FirstAsHex,
            Ipv6End = ipv6?.LastAsHex,
            Config = JsonSerializer.Serialize(proposal.Body.FeatureConfig!, ProtocolJson.Default.FeatureConfig),
            ProvisioningState = ProvisioningState.Pending,
            Agreed = agreed,
        };
    }

    /// <summary>
    /// Adds the row, or says what of it is taken. Works in a transaction that has taken the interconnect (FEA-09).
    /// </summary>
    public async Task<Refusal?> MakeAsync(StoreTransaction transaction, FeatureRow row, FeatureCase proposal)
    {
        if (rules.FirstRefusal(ReservationRules.Reservation, await CaseAsync(transaction, row, proposal)) is { } taken)
            return taken;
        await FeatureStore.AddAsync(transaction, row);
        return null;
    }

    private static async Task<ReservationCase> CaseAsync(
        StoreTransaction transaction, FeatureRow row, FeatureCase proposal)
    {
        var ipv6 = AddressPlan.Ipv6(proposal).Subnet;
        return new ReservationCase(
            await FeatureStore.FindAsync(transaction, row.ConnectionId, row.FeatureId) is not null,
            await FeatureStore.OnChannelAsync(transaction, row.ConnectionId, row.Channel),
            await FeatureStore.VlanTakenAsync(transaction, row.Channel, row.VlanId),
            await FeatureStore.Ipv4TakenAsync(transaction, row.Channel, AddressPlan.Ipv4(proposal).Subnet!.Value),
            ipv6 is { } subnet && await FeatureStore.Ipv6TakenAsync(transaction, row.Channel, subnet));
    }
}
