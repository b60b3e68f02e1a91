using Harness.Protocol;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.ActivationKeys;

/// <summary>
/// When a key is valid: it is an exact, unused, live match for the one that was given out (KEY-09). A refusal
/// here is answered with keyValid=false. Each rule judges what is its own and leaves the rest to the others.
/// </summary>
public static class ActivationKeyRules
{
    public static readonly RefusalRule<ConfirmCase> Readable = new(
        "KEY-17",
        "readable",
        @case => @case.Presented is { } key && ActivationKeyCodec.IsComplete(key) ? null : Invalid("KEY-17"));

    public static readonly RefusalRule<ConfirmCase> ConnectionKnown = new(
        "KEY-10",
        "connection-known",
        @case => @case is { Presented: not null, Stored: null } ? Invalid("KEY-10") : null);

    public static readonly RefusalRule<ConfirmCase> ConnectionNotDeleted = new(
        "KEY-16", "connection-not-deleted", @case => @case.Stored?.DeletedAt is null ? null : Invalid("KEY-16"));

    public static readonly RefusalRule<ConfirmCase> NotUsed = new(
        "KEY-11", "not-used", @case => @case.Stored?.UsedAt is null ? null : Invalid("KEY-11"));

    public static readonly RefusalRule<ConfirmCase> NotExpired = new(
        "KEY-15",
        "not-expired",
        @case => @case.Stored is { } stored && @case.Now >= stored.KeyExpiresAt ? Invalid("KEY-15") : null);

    public static readonly RefusalRule<ConfirmCase> SameVersion = Same("same-version", key => key.Version);

    public static readonly RefusalRule<ConfirmCase> SameBandwidth =
        Same("same-bandwidth", key => key.ConnectionSizeMbps);

    public static readonly RefusalRule<ConfirmCase> SameAccount =
        Same("same-account", key => key.DestinationAccountId);

    public static readonly RefusalRule<ConfirmCase> SameEnvironment =
        Same("same-environment", key => key.DestinationEnvironmentUri);

    /// <summary>The key is confirmed on the environment that it is for.</summary>
    public static readonly RefusalRule<ConfirmCase> OfThisEnvironment = new(
        "KEY-12",
        "of-this-environment",
        @case => @case.Stored is { } stored && stored.Environment != @case.Environment.ToString()
            ? Invalid("KEY-12")
            : null);

    /// <summary>What makes a key valid, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<ConfirmCase>> Validity =
    [
        Readable, ConnectionKnown, ConnectionNotDeleted, NotUsed, NotExpired,
        SameVersion, SameEnvironment, SameBandwidth, SameAccount, OfThisEnvironment,
    ];

    public static IEnumerable<Rule> All => Validity;

    private static RefusalRule<ConfirmCase> Same<TField>(string name, Func<ActivationKey, TField> field) => new(
        "KEY-12",
        name,
        @case => @case is { Presented: { } presented, Stored: { } stored }
            && !Equals(field(presented), field(IssuedKey.Of(stored)))
            ? Invalid("KEY-12")
            : null);

    // Which of the fields is wrong stays here: a caller that guesses keys is not told how close it came.
    private static Refusal Invalid(string requirement) => new(
        ErrorCode.IntentMismatch,
        requirement,
        "expected the key that was given out for a connection, live and unused; found another");
}
