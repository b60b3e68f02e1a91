using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Portal;

/// <summary>
/// What the creating provider checks before it issues a key (KEY-03). Each rule judges what is its own and
/// leaves the rest to the others.
/// </summary>
public static class PortalRules
{
    public static readonly RefusalRule<PortalCase> EnvironmentKnown = new(
        "KEY-03",
        "environment-known",
        @case => @case.Environment is null
            ? Refused(ErrorCode.InvalidValue, "expected environment to be one on offer, found another; choose one")
            : null);

    /// <summary>The key names the account that may accept it; without one it would be nobody's.</summary>
    public static readonly RefusalRule<PortalCase> RemoteAccountGiven = new(
        "KEY-01",
        "remote-account-given",
        @case => string.IsNullOrWhiteSpace(@case.Request.RemoteAccountId)
            ? new Refusal(
                ErrorCode.MissingField,
                "KEY-01",
                "expected remoteAccountId, found none; give the account that accepts the connection at the partner")
            : null);

    public static readonly RefusalRule<PortalCase> AccountInGoodStanding = new(
        "KEY-03",
        "account-in-good-standing",
        @case => @case.Account is { GoodStanding: true }
            ? null
            : Refused(
                ErrorCode.AccountRefused, "expected an account in good standing, found another; settle the account"));

    public static readonly RefusalRule<PortalCase> WithinQuota = new(
        "KEY-03",
        "within-quota",
        @case => @case.Account?.ConnectionQuota is { } quota && @case.Connections >= quota
            ? Refused(
                ErrorCode.AccountRefused,
                $"expected fewer than {quota} connections of the account, found {@case.Connections}; delete one first")
            : null);

    public static readonly RefusalRule<PortalCase> SizeSupported = new(
        "KEY-03",
        "size-supported",
        @case => @case.Environment is null
            ? null
            : ConnectionRules.UnsupportedSize("KEY-03", @case.Request.BandwidthMbps, @case.Environment.SizesMbps));

    /// <summary>Some ACTIVE interconnect has room: the customer's connection is on one of them, not on
    /// several.</summary>
    public static readonly RefusalRule<PortalCase> FitsEnvironment = new(
        "KEY-03",
        "fits-environment",
        @case => @case.Environment is null || @case.Interconnects.Any(row =>
            row.State == InterconnectState.Active && row.FreeMbps >= @case.Request.BandwidthMbps)
            ? null
            : Refused(
                ErrorCode.NoCapacity,
                $"expected room for {@case.Request.BandwidthMbps} Mbps in the environment, found less; ask for less"));

    /// <summary>What a create has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<PortalCase>> Creation =
        [EnvironmentKnown, RemoteAccountGiven, AccountInGoodStanding, WithinQuota, SizeSupported, FitsEnvironment];

    public static IEnumerable<Rule> All => Creation;

    private static Refusal Refused(ErrorCode code, string detail) => new(code, "KEY-03", detail);
}
