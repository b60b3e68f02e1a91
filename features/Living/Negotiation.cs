using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Living;

/// <summary>
/// Brings a connection into being on an interconnect, as the negotiator: for a key that a customer has brought, for a
/// target that has deferred to the partner, or for a move to another interconnect.
/// </summary>
/// <param name="ground">The partner.</param>
/// <param name="network">Is drained before a connection leaves an interconnect.</param>
/// <param name="wanted">What is to be made.</param>
internal sealed class Negotiation(Ground ground, NetworkFeatures network, Negotiation.Wanted wanted) : IUndertaking
{
    private readonly HashSet<InterconnectName> refused = [];
    private Step step = wanted.Begins;
    private ConnectionName? made = wanted.Made;
    private FeatureProposals? proposals;

    /// <summary>Where it stands; each step may be taken again.</summary>
    public enum Step
    {
        Confirm,
        Place,
        Propose,
        Agree,
        LeaveOld,
        Over,
    }

    /// <summary>What is to be made.</summary>
    /// <param name="Uuid">Id of the connection.</param>
    /// <param name="Environment">Where, by the partner's name.</param>
    /// <param name="Mbps">Bandwidth, in Mbps.</param>
    /// <param name="Begins">The first step.</param>
    public sealed record Wanted(string Uuid, EnvironmentName Environment, int Mbps, Step Begins)
    {
        /// <summary>The key that a customer has brought. A secret (SEC-05).</summary>
        public string? Key { get; init; }

        /// <summary>Where it is already; null for where there is most room (CON-10).</summary>
        public ConnectionName? Made { get; init; }

        /// <summary>What is left behind once the new one is VERIFIED on both sides (MIG-04).</summary>
        public ConnectionName? Old { get; init; }

        /// <summary>The only interconnect that will do.</summary>
        public InterconnectName? Only { get; init; }

        /// <summary>Takes over what is left to be deleted at the target.</summary>
        public required Action<Deletion> Leave { get; init; }

        /// <summary>Is told why nothing came of it.</summary>
        public required Action<string> Failed { get; init; }

        /// <summary>Leaves out the key (SEC-05).</summary>
        public override string ToString() => $"{Uuid} in {Environment}";
    }

    public string Uuid => wanted.Uuid;

    public async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        while (step != Step.Over)
        {
            // Deleted meanwhile, by whichever side: there is nothing left to negotiate.
            if (made is not null && ground.State.Connections.Get(made) is null)
                return true;
            if (await NextAsync(cancellation) is not { } next)
                return false;
            step = next;
        }

        return true;
    }

    // The step that follows; null where this one has to be taken again.
    private async Task<Step?> NextAsync(CancellationToken cancellation) => step switch
    {
        Step.Confirm => await ConfirmAsync(cancellation),
        Step.Place => Place(),
        Step.Propose => await ProposeAsync(made!, cancellation),
        Step.Agree => await AgreeAsync(made!, cancellation),
        Step.LeaveOld => await LeaveOldAsync(made!, wanted.Old!, cancellation),
        _ => Step.Over,
    };

    private async Task<Step?> ConfirmAsync(CancellationToken cancellation)
    {
        var answer = await ground.Target.ConfirmActivationKeyAsync(
            ground.There(wanted.Environment), new ConfirmActivationKeyRequest(EncodedKey: wanted.Key), cancellation);
        if (answer.ValueOrDefault?.KeyValid is { } valid)
            return valid ? Step.Place : Fail("the other provider does not know the activation key (KEY-13)");
        return Ground.IsDefinite(answer.Status) ? Fail("the other provider refused the activation key") : null;
    }

    // It is there locally before the target is asked (CON-09).
    private Step Place()
    {
        lock (ground.State.Guard)
        {
            var chosen = ground.Interconnects(wanted.Environment)
                .Where(it => !refused.Contains(it) && (wanted.Only is null || it == wanted.Only))
                .OrderByDescending(ground.FreeOn)
                .FirstOrDefault(it => ground.FreeOn(it) >= wanted.Mbps);
            made = chosen?.Connection(wanted.Uuid);
            if (made is null)
                return Fail("no interconnect can take the connection (CON-16)");
            ground.State.PutConnection(new Connection(
                $"{made}",
                BandwidthMbps: wanted.Mbps,
                AdminState: AdminState.Enabled,
                VerificationState: VerificationState.Unverified));
            return Step.Propose;
        }
    }

    private async Task<Step?> ProposeAsync(ConnectionName name, CancellationToken cancellation)
    {
        var there = ground.There(name);
        var defers = wanted.Old is null
            && ground.State.Environments.Get(wanted.Environment)?.DeferConnectionProvisioning == true;
        var proposal = new Connection(
            $"{there}", wanted.Key, wanted.Mbps, DeferProvisioning: defers ? true : null);
        var answer = await ground.Target.CreateConnectionAsync(there, proposal, cancellation);
        // An earlier try may have arrived without its answer coming back: what is there is ours then.
        var known = answer.Status == 409 ? await ground.Target.GetConnectionAsync(there, cancellation) : answer;
        if (known is ApiResult<Connection>.Success)
            return defers ? Step.Over : Step.Agree;
        if (!Ground.IsDefinite(known.Status))
            return null;
        ground.State.RemoveConnection(name);
        refused.Add(name.Interconnect);
        made = null;
        return Step.Place;
    }

    private async Task<Step?> AgreeAsync(ConnectionName name, CancellationToken cancellation)
    {
        proposals ??= new FeatureProposals(ground, name);
        if (!await proposals.ProposeAsync(ground.Channels(name.Interconnect), cancellation))
            return null;
        if (ground.State.Features.Children(name).Count >= ground.Needed(name.Interconnect))
            return wanted.Old is null ? Step.Over : Step.LeaveOld;
        // On both sides (FEA-15).
        Delete(name);
        return Fail("the two providers could not agree on enough features (FEA-14)");
    }

    private async Task<Step?> LeaveOldAsync(ConnectionName name, ConnectionName old, CancellationToken cancellation)
    {
        var here = ground.State.Connections.Get(name)?.VerificationState;
        var there = (await ground.Target.GetConnectionAsync(ground.There(name), cancellation)).ValueOrDefault;
        if (here != VerificationState.Verified || there?.VerificationState != VerificationState.Verified)
            return null;
        // All of them at once: the new connection takes the traffic of each (MIG-07).
        var drained = ground.State.Features.Children(old)
            .Select(it => network.HasDrained(ResourceName.Parse<FeatureName>(it.Name)))
            .ToList();
        if (drained.Contains(false))
            return null;
        Delete(old);
        return Step.Over;
    }

    private void Delete(ConnectionName name)
    {
        ground.State.RemoveConnection(name);
        wanted.Leave(new Deletion(ground, name));
    }

    private Step Fail(string why)
    {
        wanted.Failed(why);
        return Step.Over;
    }
}
