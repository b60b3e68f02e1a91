using Harness.Certification.Bindings;
using Harness.Certification.Evidence;
using Harness.Certification.Waiting;
using Harness.Features.Races.Rig;
using Harness.Features.Target;
using Harness.Features.Target.Hooks;
using Harness.Features.World;
using Harness.Protocol.Client;
using Harness.Simulator;

namespace Harness.Features.Hosting;

/// <summary>Puts together the world of one scenario.</summary>
internal sealed class WorldBuilder(
    TargetFile file,
    Partner partner,
    TargetConnections connections,
    IReadOnlyList<Place> places,
    TargetTraits traits,
    IOperatorConsole console,
    TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Seldom = TimeSpan.FromMilliseconds(50);

    public Task<ScenarioScope> BuildAsync(ScenarioContext context)
    {
        var place = PlaceOf(context);
        var side = partner.OpenScope(place.Environment.Id);
        side.Observe(new JournalEvidence(context.Evidence));
        var cleanup = new Cleanup();
        return Task.FromResult(new ScenarioScope(Build(context, place, side, cleanup), side, cleanup));
    }

    // The one environment that defers is used by one scenario at a time: those that need it run alone.
    private Place PlaceOf(ScenarioContext context) =>
        context.Scenario.Tags.Contains(FeatureSuite.DeferringTag) && TestbedPlaces.Deferring(file) is { } deferring
            ? deferring
            : places[context.Slot];

    private World.World Build(ScenarioContext context, Place place, PartnerScope side, Cleanup cleanup)
    {
        var parties = new Parties(
            file.Providers.Target,
            file.Providers.Partner.Provider,
            file.Providers.Stranger?.Provider,
            file.Providers.PartnerAsn);
        var settling = new Patience(file.Timeouts.Settle, Interval, time);
        var data = new TestData(context.Seed);
        var callers = Callers(context);
        var actions = new TargetActions(Hooks(context), file, () => context.CancellationToken);
        var portal = new Portal(actions, place, file.Accounts, context.Evidence.Redactor, cleanup, data);
        var partnerSide = new PartnerSide(
            partner, side, settling, () => context.CancellationToken, context.Note);
        var issue = parties.Partner.Issue(data.Id("issue"));
        var customers = new Customers(portal, callers.Partner, place);
        var placed = new Connections(callers.Partner, partnerSide, cleanup);
        return new World.World
        {
            Scenario = context,
            Parties = parties,
            Place = place,
            Places = places,
            BaseUrl = file.BaseUrl,
            Issue = issue,
            Callers = callers,
            Portal = portal,
            PartnerSide = partnerSide,
            Rig = new RaceRig(
                connections.Lanes,
                handler => Caller(context, handler, file.Providers.Partner.Authentication, "partner"),
                file.Timeouts.Request / 2,
                time,
                () => context.CancellationToken),
            Cleanup = cleanup,
            Customers = customers,
            Connections = placed,
            Rooms = new Rooms(customers, placed, place),
            Proposals = new Proposals(callers.Partner, placed, traits, parties, context.Random),
            Snapshots = new Snapshots(callers.Partner, placed, place, issue),
            Data = data,
            Traits = traits,
            Clock = new TargetClock(
                actions, traits, settling, () => context.CancellationToken, context.Note, context.HoldDeadlines),
            Settling = settling,
            Negotiating = settling with { Deadline = settling.Deadline + file.Timeouts.Negotiation },
            Quiet = new Patience(file.Timeouts.Quiet, Seldom, time),
        };
    }

    private Callers Callers(ScenarioContext context)
    {
        var token = file.Providers.Partner.Token?.Reveal();
        return new Callers(
            Caller(context, connections.Partner, file.Providers.Partner.Authentication, "partner"),
            file.Providers.Stranger is { } stranger
                ? Caller(context, connections.Stranger!, stranger.Authentication, "stranger")
                : null,
            Caller(context, connections.Anonymous, new NoAuthentication(), "nobody"),
            made => Caller(context, connections.Anonymous, new BearerAuthentication(made), "nobody"),
            token);
    }

    private Caller Caller(
        ScenarioContext context,
        HttpMessageHandler shared,
        IRequestAuthentication identity,
        string actor)
    {
        var options = new ClientOptions(file.BaseUrl, identity, time) { Deadline = file.Timeouts.Request };
        return new Caller(
            new CoordinatorClient(Recording(context, shared, actor), options),
            () => context.CancellationToken);
    }

    private UnhurriedHooks Hooks(ScenarioContext context) =>
        new(file, Drivers(context), context.HoldDeadlines);

    private TargetHooks Drivers(ScenarioContext context) => new(
        file,
        new HttpHooks(
            (hook, actor) => Recording(context, connections.For(hook), actor),
            file.Timeouts.Request,
            time),
        new CommandHooks(context.Note, file.Timeouts.Operator, time),
        new PromptHooks(console, context.Note, file.Timeouts.Operator, time));

    private HttpMessageInvoker Recording(ScenarioContext context, HttpMessageHandler shared, string actor) => new(
        new RecordingHandler(shared, context.Evidence, actor, new ExchangeLimits(file.Timeouts.Request), time),
        disposeHandler: false);
}
