using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Rules;
using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>How a negotiator goes on.</summary>
public static class NegotiationRules
{
    /// <summary>Nothing but keyValid=true establishes the customer's intent.</summary>
    public static readonly Rule<bool?, bool> GoesOnWithKey = new(
        "KEY-13", "goes-on-with-key", keyValid => keyValid == true);

    /// <summary>An interconnect takes new connections where both providers say so.</summary>
    public static readonly Rule<InterconnectOffer, bool> TakesNew = new(
        "CON-10",
        "takes-new",
        offer => offer is { OwnState: InterconnectState.Active, PeerState: InterconnectState.Active });

    /// <summary>After a refusal another interconnect is proposed, not the same.</summary>
    public static readonly Rule<InterconnectOffer, bool> NotRefused = new(
        "CON-11", "not-refused", offer => !offer.Refused);

    /// <summary>Of those that can be proposed, the one with the most available bandwidth.</summary>
    public static readonly Rule<IReadOnlyList<InterconnectOffer>, InterconnectOffer?> MostAvailable = new(
        "CON-10",
        "most-available",
        offers => offers
            .OrderByDescending(offer => offer.AvailableMbps)
            .ThenBy(offer => offer.Name.Id, StringComparer.Ordinal)
            .FirstOrDefault());

    /// <summary>How long to wait before the next try, twice as long each time; null to give up.</summary>
    public static readonly Rule<RetryCase, TimeSpan?> RetryWait = new(
        "CON-12",
        "retry-wait",
        @case => @case.Waits.RetryAfter(@case.Attempts) is var wait
            && @case.Now + (long)wait.TotalMilliseconds <= @case.Until
                ? wait
                : null);

    /// <summary>
    /// Whether channels that are still open are waited for: as long as enough features can come together. The
    /// source leaves open for how long; each channel bounds its own tries.
    /// </summary>
    public static readonly Rule<OpenChannels, bool> WaitsForChannels = new(
        "FEA-14",
        "waits-for-channels",
        @case => @case.Open > 0 && @case.Features.Accepted + @case.Open >= @case.Features.Needed);

    /// <summary>The active provider always defers where the environment says so.</summary>
    public static readonly Rule<TestbedEnvironment, bool> Defers = new(
        "DFR-04", "defers", environment => environment.DeferConnectionProvisioning);

    /// <summary>A deferral that is not finalized in time is rolled back. In milliseconds since 1970.</summary>
    public static readonly Rule<(long Now, long Deadline), bool> DeferralIsOver = new(
        "DFR-03", "deferral-is-over", @case => @case.Now >= @case.Deadline);

    /// <summary>
    /// An increase that does not fit the connection's own interconnect is carried out by migration where another one
    /// has room for the whole.
    /// </summary>
    public static readonly Rule<MigrationCase, bool> Migrates = new(
        "UPD-09",
        "migrates",
        @case => @case.Interconnects.Any(row =>
            row.Name != @case.Current && row.State == InterconnectState.Active && row.FreeMbps >= @case.BandwidthMbps));

    /// <summary>The old side is left once both providers have the new one VERIFIED.</summary>
    public static readonly Rule<(VerificationState Own, VerificationState? Peer), bool> LeavesOld = new(
        "MIG-04",
        "leaves-old",
        states => states is { Own: VerificationState.Verified, Peer: VerificationState.Verified });

    /// <summary>The channel's owner creates a missing feature of a live connection again.</summary>
    public static readonly Rule<FillCase, bool> Fills = new(
        "DFE-03", "fills", @case => @case.Live && @case.Owner == @case.Own);

    /// <summary>Whether a channel whose proposal was refused is proposed once more, with other parameters.</summary>
    public static readonly Rule<(int Refused, int Most), bool> TriesAgain = new(
        "FEA-12", "tries-again", tries => tries.Refused < tries.Most);

    /// <summary>A negotiation without enough features is taken back on both sides.</summary>
    public static readonly Rule<FeatureCounts, bool> RollsBack = new(
        "FEA-15", "rolls-back", counts => counts.Accepted < counts.Needed);

    public static IEnumerable<Rule> All =>
    [
        GoesOnWithKey, TakesNew, NotRefused, MostAvailable, RetryWait, WaitsForChannels, Defers, DeferralIsOver,
        Migrates, LeavesOld, Fills, TriesAgain, RollsBack,
    ];
}
