using Harness.Protocol;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Portal;

/// <summary>
/// What the accepting provider checks before it asks the peer about a key (KEY-04 to KEY-07). Each rule judges what is
/// its own and leaves the rest to the others.
/// </summary>
public static class AcceptRules
{
    public static readonly RefusalRule<AcceptCase> KeyReadable = new(
        "KEY-04",
        "key-readable",
        @case => @case.Key is { } key
            && ActivationKeyCodec.IsComplete(key)
            && ResourceName.IsValidId(key.SharedConnectionUuid)
            ? null
            : Refused(
                "KEY-04",
                ErrorCode.InvalidValue,
                "expected an activation key as the partner has issued it, found something else; copy it whole"));

    public static readonly RefusalRule<AcceptCase> EnvironmentValid = new(
        "KEY-05",
        "environment-valid",
        @case => @case.Environment is null
            ? Refused(
                "KEY-05",
                ErrorCode.InvalidValue,
                "expected a key for an environment on offer, found another; create a connection in one of ours")
            : null);

    public static readonly RefusalRule<AcceptCase> SizeSupported = new(
        "KEY-06",
        "size-supported",
        @case => @case is { Environment: { } environment, Key: { } key }
            ? ConnectionRules.UnsupportedSize("KEY-06", key.ConnectionSizeMbps, environment.SizesMbps)
            : null);

    public static readonly RefusalRule<AcceptCase> BandwidthAvailable = new(
        "KEY-06",
        "bandwidth-available",
        @case => @case is not { Environment: not null, Key: { } key } || @case.Interconnects.Any(row =>
            row.State == InterconnectState.Active && row.FreeMbps >= key.ConnectionSizeMbps)
            ? null
            : Refused(
                "KEY-06",
                ErrorCode.NoCapacity,
                $"expected room for {key.ConnectionSizeMbps} Mbps in the environment, found less; ask for less"));

    public static readonly RefusalRule<AcceptCase> AccountOfCustomer = new(
        "KEY-07",
        "account-of-customer",
        @case => @case.Key is not { } key || key.DestinationAccountId == @case.Account?.Id
            ? null
            : Refused(
                "KEY-07",
                ErrorCode.AccountRefused,
                "expected a key for the account of the customer who brings it, found one for another; "
                + "sign in with the account that the key is for"));

    public static readonly RefusalRule<AcceptCase> AccountInGoodStanding = new(
        "KEY-07",
        "account-in-good-standing",
        @case => @case.Account is { GoodStanding: true }
            ? null
            : Refused(
                "KEY-07",
                ErrorCode.AccountRefused,
                "expected an account in good standing, found another; settle the account"));

    public static readonly RefusalRule<AcceptCase> WithinQuota = new(
        "KEY-07",
        "within-quota",
        @case => @case.Account?.ConnectionQuota is { } quota && @case.Connections >= quota
            ? Refused(
                "KEY-07",
                ErrorCode.AccountRefused,
                $"expected fewer than {quota} connections of the account, found {@case.Connections}; delete one first")
            : null);

    /// <summary>A key works once; one whose acceptance came to nothing may be brought again.</summary>
    public static readonly RefusalRule<AcceptCase> NotAcceptedBefore = new(
        "KEY-11",
        "not-accepted-before",
        @case => @case.Known is null or { AcceptedKey: not null, Failure: not null, DeletedAt: null }
            ? null
            : Refused(
                "KEY-11",
                ErrorCode.AlreadyExists,
                "expected a key that was not brought before, found one that was; create a new connection"));

    /// <summary>What a key has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<AcceptCase>> Acceptance =
    [
        KeyReadable, EnvironmentValid, AccountOfCustomer, AccountInGoodStanding, WithinQuota, NotAcceptedBefore,
        SizeSupported, BandwidthAvailable,
    ];

    public static IEnumerable<Rule> All => Acceptance;

    private static Refusal Refused(string requirement, ErrorCode code, string detail) =>
        new(code, requirement, detail);
}
