using Harness.Protocol.Resources;
using Harness.Reference.ActivationKeys;
using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Connections;

/// <summary>
/// What CreateConnection is decided on. Each rule judges what is its own and leaves the rest to the others.
/// </summary>
public static class ConnectionRules
{
    /// <summary>A coordinator need not drive a negotiation for its peer; the contract lets it say so.</summary>
    public static readonly RefusalRule<(Connection Body, bool TakesOver)> DrivenByUs = new(
        "DFR-01",
        "driven-by-us",
        @case => @case is { Body.DeferProvisioning: true, TakesOver: false }
            ? new Refusal(
                ErrorCode.DeferralRefused,
                "expected the caller to drive provisioning, found deferProvisioning=true; "
                + "repeat the call without it and propose the features yourself")
            : null);

    public static readonly RefusalRule<(int? Mbps, IReadOnlyList<int> Sizes)> SizeSupported = new(
        "CON-05", "size-supported", @case => UnsupportedSize("CON-05", @case.Mbps, @case.Sizes));

    public static readonly RefusalRule<CreateConnectionCase> NotThereYet = new(
        "CON-03",
        "not-there-yet",
        @case => @case.Placements.Any(row => row.InterconnectId == @case.Interconnect.Id)
            ? new Refusal(
                ErrorCode.AlreadyExists,
                $"expected a new connection, found {@case.Name}; read it instead of creating it again")
            : null);

    public static readonly RefusalRule<CreateConnectionCase> InterconnectActive = new(
        "IXC-01",
        "interconnect-active",
        @case => @case.Interconnect.State == InterconnectState.Active
            ? null
            : new Refusal(
                ErrorCode.InterconnectNotActive,
                $"expected an ACTIVE interconnect, found {@case.Interconnect.Name} in state "
                + $"{@case.Interconnect.State.ToString().ToUpperInvariant()}; propose another one"));

    public static readonly RefusalRule<CreateConnectionCase> KeyGiven = new(
        "CON-06",
        "key-given",
        @case => @case.Migrates || @case.KeyGiven
            ? null
            : Intent("an activationKey", "none", "propose the connection with the key that was confirmed"));

    public static readonly RefusalRule<CreateConnectionCase> IntentKnown = new(
        "CON-06",
        "intent-known",
        @case => @case.Customer is { DeletedAt: null } customer && (@case.Migrates || customer.AcceptedKey is null)
            ? null
            : Intent(
                "a connectionId that a customer of ours has created",
                "another",
                "use the sharedConnectionUuid of the key"));

    public static readonly RefusalRule<CreateConnectionCase> IntentConfirmed = new(
        "CON-06",
        "intent-confirmed",
        @case => @case.Migrates || @case.Customer is null or { ConfirmedAt: not null }
            ? null
            : Intent("a confirmed activation key", "one that is not", "call ConfirmActivationKey first"));

    public static readonly RefusalRule<CreateConnectionCase> KeyOfThisConnection = new(
        "CON-06",
        "key-of-this-connection",
        @case => !@case.KeyGiven || @case.Customer is null || IsKeyOf(@case)
            ? null
            : Intent(
                "the activation key that was given out for this connection",
                "another one",
                "use the key of the same sharedConnectionUuid, unchanged"));

    public static readonly RefusalRule<CreateConnectionCase> BandwidthOfIntent = new(
        "CON-07",
        "bandwidth-of-intent",
        @case => @case.Migrates || @case.Customer is null || @case.BandwidthMbps == @case.Customer.KeyMbps
            ? null
            : new Refusal(
                ErrorCode.IntentMismatch,
                $"expected the bandwidth of the activation key, found {@case.BandwidthMbps} Mbps; "
                + "propose what the customer asked for"));

    public static readonly RefusalRule<CreateConnectionCase> EnvironmentOfIntent = new(
        "CON-07",
        "environment-of-intent",
        @case => @case.Migrates || InEnvironment(@case)
            ? null
            : new Refusal(
                ErrorCode.IntentMismatch,
                $"expected the environment of the activation key, found {@case.Name.Interconnect.Environment}; "
                + "propose an interconnect of the environment that the customer chose"));

    public static readonly RefusalRule<CreateConnectionCase> StaysInEnvironment = new(
        "MIG-06",
        "stays-in-environment",
        @case => !@case.Migrates || InEnvironment(@case)
            ? null
            : new Refusal(
                ErrorCode.IntentMismatch,
                "MIG-06",
                $"expected an interconnect of the environment that the connection lives in, found "
                + $"{@case.Name.Interconnect.Environment}; migrate within the environment"));

    public static readonly RefusalRule<CreateConnectionCase> Fits = new(
        "CON-04",
        "fits",
        @case => @case.BandwidthMbps <= @case.Interconnect.FreeMbps
            ? null
            : new Refusal(
                ErrorCode.NoCapacity,
                "CON-04",
                $"expected at most the {@case.Interconnect.FreeMbps} Mbps that {@case.Interconnect.Name} has left, "
                + $"found {@case.BandwidthMbps} Mbps; propose another interconnect"));

    /// <summary>What a proposal has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<CreateConnectionCase>> Creation =
    [
        NotThereYet, InterconnectActive, KeyGiven, IntentKnown, IntentConfirmed, KeyOfThisConnection,
        BandwidthOfIntent, EnvironmentOfIntent, StaysInEnvironment, Fits,
    ];

    public static IEnumerable<Rule> All => [DrivenByUs, SizeSupported, .. Creation];

    internal static Refusal? UnsupportedSize(string requirement, int? mbps, IReadOnlyList<int> sizes) =>
        mbps is { } size && sizes.Contains(size)
            ? null
            : new Refusal(
                ErrorCode.UnsupportedSize,
                requirement,
                $"expected bandwidthMbps to be one of {string.Join(", ", sizes)}, found "
                + $"{mbps?.ToString() ?? "none"}; choose a supported size");

    // A migration comes with the key of old or without: its UUID has to be right, its bandwidth may be outgrown.
    private static bool IsKeyOf(CreateConnectionCase @case) => @case.Migrates
        ? @case.Key?.SharedConnectionUuid == @case.Customer!.Uuid
        : @case.Key == IssuedKey.Of(@case.Customer!);

    private static bool InEnvironment(CreateConnectionCase @case) =>
        @case.Customer is null || @case.Customer.Environment == @case.Name.Interconnect.Environment.ToString();

    private static Refusal Intent(string expected, string found, string remedy) =>
        new(ErrorCode.IntentNotEstablished, $"expected {expected}, found {found}; {remedy}");
}
