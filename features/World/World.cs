using Harness.Certification.Bindings;
using Harness.Certification.Verdicts;
using Harness.Certification.Waiting;
using Harness.Features.Races.Rig;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>All that the steps of one scenario share. Made anew for every scenario.</summary>
public sealed class World
{
    private readonly Dictionary<Intent, AgreedInterconnect> placed = [];
    private readonly Dictionary<ConnectionName, List<ProposedFeature>> features = [];

    public required ScenarioContext Scenario { get; init; }

    public required Parties Parties { get; init; }

    /// <summary>The environment that the scenario has to itself.</summary>
    public required Place Place { get; init; }

    /// <summary>Every environment that target and partner agreed on, the scenario's own among them.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>Root of the target's API.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The issue that negative scenarios ask for, and that <see cref="Snapshots"/> watches.</summary>
    public required IssueName Issue { get; init; }

    public required Callers Callers { get; init; }

    /// <summary>The customer and the operator at the target.</summary>
    public required Portal Portal { get; init; }

    /// <summary>The partner's own server and what the target has called there.</summary>
    public required PartnerSide PartnerSide { get; init; }

    /// <summary>Makes requests of the partner's meet at the target.</summary>
    public required RaceRig Rig { get; init; }

    public required Cleanup Cleanup { get; init; }

    public required Customers Customers { get; init; }

    public required Connections Connections { get; init; }

    public required Rooms Rooms { get; init; }

    public required Proposals Proposals { get; init; }

    public required Snapshots Snapshots { get; init; }

    /// <summary>The target's clock, read and moved.</summary>
    public required TargetClock Clock { get; init; }

    /// <summary>What the run has learned of the target.</summary>
    public required TargetTraits Traits { get; init; }

    /// <summary>The test data of the scenario, made out of its seed.</summary>
    public required TestData Data { get; init; }

    /// <summary>How long the target may take for what it does on its own.</summary>
    public required Patience Settling { get; init; }

    /// <summary>How long the target may take to give up a negotiation, and for what follows.</summary>
    public required Patience Negotiating { get; init; }

    /// <summary>How long nothing may happen before it counts as not happening.</summary>
    public required Patience Quiet { get; init; }

    public Answers Answers { get; } = new();

    /// <summary>The customer's intents, in the order in which the scenario made them.</summary>
    public List<Intent> Intents { get; } = [];

    /// <summary>The partner, who makes most of the requests.</summary>
    public Caller Partner => Callers.Partner;

    /// <summary>The intent of "the connection".</summary>
    public Intent The => Numbered(0, "the connection");

    /// <summary>The intent of "the other connection".</summary>
    public Intent Other => Numbered(1, "the other connection");

    /// <summary>Where the connection of an intent was placed first.</summary>
    public AgreedInterconnect PlaceOf(Intent intent) => placed.TryGetValue(intent, out var interconnect)
        ? interconnect
        : throw new InvalidOperationException("the scenario has not placed this connection yet");

    /// <summary>The name of an intent's connection where it was placed first.</summary>
    public ConnectionName NameOf(Intent intent) => intent.On(PlaceOf(intent));

    /// <summary>Remembers where a connection was placed; a second place is a migration and does not count.</summary>
    public void Placed(Intent intent, AgreedInterconnect interconnect) => placed.TryAdd(intent, interconnect);

    /// <summary>The features that the scenario has proposed for a connection and seen accepted.</summary>
    public List<ProposedFeature> FeaturesOf(ConnectionName connection)
    {
        if (!features.TryGetValue(connection, out var list))
            features[connection] = list = [];
        return list;
    }

    /// <summary>Waits until what the target does on its own has come about.</summary>
    /// <param name="what">What is looked at, in words.</param>
    /// <param name="read">Looks once.</param>
    /// <param name="wanted">Whether it has come about.</param>
    /// <param name="expected">What is wanted, in words.</param>
    public Task<T> Settle<T>(string what, Func<Task<T>> read, Func<T, bool> wanted, string expected) =>
        Wait.UntilAsync(what, _ => read(), wanted, expected, Settling, Scenario.CancellationToken);

    /// <summary>Brings a connection with all its features to VERIFIED, the partner's side being ready.</summary>
    public async Task Verify(ConnectionName connection)
    {
        PartnerSide.IsReady(connection, FeaturesOf(connection));
        (await Partner.NotifyConnectionStatus(connection)).Accepted();
        await Becomes(connection, States.Verified);
    }

    /// <summary>Waits until a connection is in a verification state.</summary>
    public Task Becomes(ConnectionName connection, string state) => Settle(
        $"verificationState of {connection.Id}",
        async () => States.Verification((await Partner.Get(connection)).Accepted().Object()),
        found => found == state,
        state);

    /// <summary>Watches that a connection stays in a verification state for as long as quiet has to be.</summary>
    public Task Stays(ConnectionName connection, string state) => Wait.StaysAsync(
        $"verificationState of {connection.Id}",
        async _ => States.Verification((await Partner.Get(connection)).Accepted().Object()),
        found => found == state,
        state,
        Quiet,
        Scenario.CancellationToken);

    /// <summary>Skips the scenario where the testbed lacks what it needs.</summary>
    public static T Needed<T>(T? thing, string what)
        where T : class =>
        thing ?? throw new SkipException($"the testbed has no {what}");

    private Intent Numbered(int index, string what) => Intents.Count > index
        ? Intents[index]
        : throw new InvalidOperationException($"the scenario has no intent for {what} yet");
}
