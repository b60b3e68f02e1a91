using System.Numerics;
using Harness.Certification.Linearizability;

namespace Harness.Features.Races.Models;

/// <summary>
/// Features with their VLANs and subnets on one interconnect, one request at a time: an accepted proposal takes what it
/// names (FEA-01, FEA-09), what is taken is refused with 409 (FEA-07, FEA-08), a delete frees it (DFE-01),
/// and the delete
/// of a connection frees all that is its (DEL-02, DEL-03) and leaves nothing that could be added to (DEL-07).
/// </summary>
/// <param name="claims">The proposals of the race.</param>
public sealed class FeatureModel(IReadOnlyList<Claim> claims)
    : ISequentialModel<FeatureState, FeatureInput, StatusAnswer>
{
    private const int Conflict = 409;
    private const int Missing = 404;

    public string Name => "features, their VLANs and subnets, one request at a time";

    public FeatureState Start(string partition) => default;

    public IEnumerable<FeatureState> Apply(
        FeatureState state,
        FeatureInput input,
        StatusAnswer? answer,
        bool contended)
    {
        var refused = answer is { IsDone: false };
        switch (input)
        {
            case FeatureInput.Propose(var proposal):
                var claim = claims[proposal];
                var gone = state.IsGone(claim.Connection);
                var taken = (state.Features & claim.Rivals) != 0 || state.Has(proposal);
                if (refused)
                    return Kept(state, (gone && answer!.Status == Missing)
                        || (answer!.Status == Conflict && (taken || contended)));
                return gone || taken ? [] : [state with { Features = state.Features | (1UL << proposal) }];
            case FeatureInput.Delete(var proposal):
                if (refused)
                    return Kept(state, (answer!.Status == Missing && !state.Has(proposal))
                        || (answer.Status == Conflict && contended));
                return [state with { Features = state.Features & ~(1UL << proposal) }];
            case FeatureInput.DeleteConnection(var connection):
                if (refused)
                    return Kept(state, answer!.Status == Missing && state.IsGone(connection));
                return [Without(state, connection)];
            case FeatureInput.Read(var proposal):
                return Kept(state, Shows(answer, state.Has(proposal)));
            case FeatureInput.ReadConnection(var connection):
                return Kept(state, Shows(answer, !state.IsGone(connection)));
            default:
                throw new ArgumentOutOfRangeException(nameof(input));
        }
    }

    /// <summary>
    /// Proposals contend for one channel or one connection; a delete meets what is of its connection.
    /// </summary>
    public bool Rivals(FeatureInput one, FeatureInput other) => (Touched(one), Touched(other)) switch
    {
        ({ } a, { } b) => a.Connection == b.Connection || (a.Channel is { } channel && channel == b.Channel),
        _ => false,
    };

    public bool IsRead(FeatureInput input) => input is FeatureInput.Read or FeatureInput.ReadConnection;

    public bool KeepsState(FeatureInput input, StatusAnswer answer) => IsRead(input) || !answer.IsDone;

    public string Describe(FeatureInput input) => input switch
    {
        FeatureInput.Propose(var proposal) => $"propose {claims[proposal].Words}",
        FeatureInput.Delete(var proposal) => $"delete the feature of {claims[proposal].Words}",
        FeatureInput.Read(var proposal) => $"read the feature of {claims[proposal].Words}",
        FeatureInput.DeleteConnection(var connection) => $"delete {ConnectionWords.Of(connection)}",
        FeatureInput.ReadConnection(var connection) => $"read {ConnectionWords.Of(connection)}",
        _ => throw new ArgumentOutOfRangeException(nameof(input)),
    };

    public string Describe(StatusAnswer answer) => $"{answer}";

    public string Explain(FeatureState state)
    {
        var features = Enumerable.Range(0, claims.Count).Where(state.Has).Select(proposal => claims[proposal].Words);
        var gone = Enumerable.Range(0, 1 + BitOperations.Log2(state.Gone | 1)).Where(state.IsGone)
            .Select(ConnectionWords.Of);
        return $"{Listed("accepted", features)}; {Listed("deleted", gone)}";
    }

    private (int Connection, string? Channel)? Touched(FeatureInput input) => input switch
    {
        FeatureInput.Propose(var proposal) => (claims[proposal].Connection, claims[proposal].Channel),
        FeatureInput.Delete(var proposal) => (claims[proposal].Connection, claims[proposal].Channel),
        FeatureInput.DeleteConnection(var connection) => (connection, null),
        _ => null,
    };

    private FeatureState Without(FeatureState state, int connection)
    {
        var left = state.Features;
        for (var proposal = 0; proposal < claims.Count; proposal++)
            if (claims[proposal].Connection == connection)
                left &= ~(1UL << proposal);
        return new FeatureState(left, state.Gone | (1U << connection));
    }

    private static bool Shows(StatusAnswer? answer, bool there) =>
        answer is null || (there ? answer.IsDone : answer.Status == Missing);

    private static IEnumerable<FeatureState> Kept(FeatureState state, bool legal) => legal ? [state] : [];

    private static string Listed(string what, IEnumerable<string> things) =>
        $"{what}: {string.Join(", ", things.DefaultIfEmpty("nothing"))}";
}
