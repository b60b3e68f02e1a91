using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Connections;

/// <summary>What a change of bandwidth is decided on, the peer's and our own customer's.</summary>
public static class UpdateRules
{
    /// <summary>The one field that can be updated.</summary>
    public const string UpdatableField = "bandwidthMbps";

    public static readonly RefusalRule<IReadOnlyList<string>> OnlyBandwidth = new(
        "UPD-05",
        "only-bandwidth",
        mask => mask.FirstOrDefault(field => field != UpdatableField) is null
            ? null
            : new Refusal(
                ErrorCode.InvalidUpdateMask,
                $"expected updateMask to name {UpdatableField} only, found another field in it; leave the others out"));

    public static readonly RefusalRule<(int? Mbps, IReadOnlyList<int> Sizes)> SizeSupported = new(
        "UPD-02", "size-supported", @case => ConnectionRules.UnsupportedSize("UPD-02", @case.Mbps, @case.Sizes));

    public static readonly RefusalRule<UpdateConnectionCase> NoOwnUpdate = new(
        "UPD-03",
        "no-own-update",
        @case => @case.Connection.Updating
            ? new Refusal(
                ErrorCode.UpdateInProgress,
                "expected no update to be under way, found one of our own customer; try again when it is done")
            : null);

    public static readonly RefusalRule<UpdateConnectionCase> Fits = new(
        "UPD-02",
        "fits",
        @case => @case.BandwidthMbps - @case.Connection.BandwidthMbps <= @case.Interconnect.FreeMbps
            ? null
            : new Refusal(
                ErrorCode.NoCapacity,
                "UPD-02",
                $"expected at most {@case.Interconnect.FreeMbps + @case.Connection.BandwidthMbps} Mbps on "
                + $"{@case.Interconnect.Name}, found {@case.BandwidthMbps} Mbps; ask for less or migrate"));

    /// <summary>What a change has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<UpdateConnectionCase>> Change = [NoOwnUpdate, Fits];

    public static IEnumerable<Rule> All => [OnlyBandwidth, SizeSupported, .. Change];
}
