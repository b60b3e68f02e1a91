using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Features;

/// <summary>What has to be free for a feature to be accepted.</summary>
public static class ReservationRules
{
    public static readonly RefusalRule<ReservationCase> IdFree = new(
        "FEA-08",
        "id-free",
        @case => @case.IdInUse
            ? new Refusal(
                ErrorCode.AlreadyExists,
                "FEA-08",
                "expected a new featureId, found one in use; read the feature or choose another id")
            : null);

    public static readonly RefusalRule<ReservationCase> OnePerChannel = new(
        "FEA-08",
        "one-per-channel",
        @case => @case.ChannelInUse
            ? new Refusal(
                ErrorCode.AlreadyExists,
                "FEA-08",
                "expected a channel without a feature of this connection, found one; propose another channel")
            : null);

    public static readonly RefusalRule<ReservationCase> VlanFree = Free("vlan-free", "vlanId", @case =>
        @case.VlanTaken);

    public static readonly RefusalRule<ReservationCase> Ipv4Free =
        Free("ipv4-free", "ipv4Subnet", @case => @case.Ipv4Taken);

    public static readonly RefusalRule<ReservationCase> Ipv6Free =
        Free("ipv6-free", "ipv6Subnet", @case => @case.Ipv6Taken);

    /// <summary>What a proposal has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<ReservationCase>> Reservation =
        [IdFree, OnePerChannel, VlanFree, Ipv4Free, Ipv6Free];

    public static IEnumerable<Rule> All => Reservation;

    private static RefusalRule<ReservationCase> Free(
        string name, string field, Func<ReservationCase, bool> taken) => new(
        "FEA-07",
        name,
        @case => taken(@case)
            ? new Refusal(
                ErrorCode.Taken,
                $"expected {field} to be free on the channel, found it taken; "
                + "ask for guidance again and choose another")
            : null);
}
