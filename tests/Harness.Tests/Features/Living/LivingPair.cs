using Harness.Certification.Waiting;
using Harness.Cli.Pairs;
using Harness.Features.Living;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator;
using Harness.Simulator.Behaviours;
using Harness.Tests.Simulator;
using EnvironmentName = Harness.Protocol.Names.EnvironmentName;

namespace Harness.Tests.Features.Living;

/// <summary>Two living partners, each the other's target: <c>borealis</c>, and <c>aurora</c>.</summary>
internal sealed class LivingPair : IAsyncDisposable
{
    public const string Account = "customer-1";
    public const int Mbps = 100;

    public static readonly string[] Channels = ["ch1", "ch2", "ch3", "ch4"];

    private static readonly Patience Patience = new(
        PartnerFixture.Deadline, TimeSpan.FromMilliseconds(10), TimeProvider.System);

    private readonly Stack<IAsyncDisposable> owned = [];
    private readonly List<IDisposable> handlers = [];

    private LivingPair(SteppedClock clock) => Clock = clock;

    /// <summary>Of both.</summary>
    public SteppedClock Clock { get; }

    public Partner One { get; private set; } = null!;

    public Partner Other { get; private set; } = null!;

    /// <summary>The one, as its customers and operators see it.</summary>
    public LivingPartner Living { get; private set; } = null!;

    public LivingPartner OtherLiving { get; private set; } = null!;

    /// <summary>The API of the one, as the other one calls it.</summary>
    public CoordinatorClient AsOther { get; private set; } = null!;

    public static async Task<LivingPair> StartAsync(Func<PartnerOptions, PartnerOptions>? change = null)
    {
        var pair = new LivingPair(new SteppedClock(DateTimeOffset.UnixEpoch));
        var one = await pair.PartnerAsync(options => change?.Invoke(options) ?? options);
        var other = await pair.PartnerAsync(options => options with
        {
            Provider = PartnerFixture.Target,
            Target = PartnerFixture.Self,
        });
        (pair.One, pair.Other) = (one.Partner, other.Partner);
        pair.AsOther = pair.Client(one);
        pair.Living = pair.Live(one, pair.Client(other), seed: 1);
        pair.OtherLiving = pair.Live(other, pair.AsOther, seed: 2);
        return pair;
    }

    /// <summary>The name by which a partner has a place on <c>ix1</c> or <c>ix2</c> of <c>env-1</c>.</summary>
    public static InterconnectName At(Partner partner, string interconnect) =>
        partner.Environment("env-1").Interconnect(interconnect);

    /// <summary>Has a partner answer an operation otherwise.</summary>
    public static void Bend(Partner partner, Operation operation, Answer answer, Occasions? occasions = null) =>
        partner.Behaviours.On(operation, null, answer, occasions);

    /// <summary>Of each operation at either partner, the first answer is cut off, when all is done.</summary>
    public void LoseFirstAnswers()
    {
        foreach (var partner in (Partner[])[One, Other])
            foreach (var operation in PublishedOperations.All)
                Bend(
                    partner,
                    operation,
                    new Answer.Corrupted(Answer.Default, Corruption.Truncated),
                    Occasions.FirstOnes(1));
    }

    public static Task Until(string what, Func<bool> condition) =>
        Until(what, () => Task.FromResult(condition()));

    public static Task Until(string what, Func<Task<bool>> condition) =>
        Wait.UntilAsync(what, _ => condition(), Patience, CancellationToken.None);

    /// <summary>Asks for something that is granted.</summary>
    public static async Task<PortalAnswer> GrantedAsync(LivingPartner living, Wish wish)
    {
        var answer = await living.AskAsync(wish, CancellationToken.None);
        return answer.IsSuccess ? answer : throw new InvalidOperationException($"{wish}: {answer}");
    }

    /// <summary>A customer creates at the other one, and brings the key to the one.</summary>
    /// <returns>UUID of the connection.</returns>
    public async Task<string> AcceptAsync(string environment = "env-1")
    {
        var issued = await GrantedAsync(OtherLiving, new Wish.Create(environment, Mbps, Account, Account));
        await GrantedAsync(Living, new Wish.Accept(issued.Text("activationKey")!, Account));
        return issued.Text("connectionId")!;
    }

    /// <summary>The same, until it is VERIFIED on both sides.</summary>
    public async Task<string> MakeAsync()
    {
        var uuid = await AcceptAsync();
        await Until("both are VERIFIED", () => IsWhole(One, uuid) && IsWhole(Other, uuid));
        return uuid;
    }

    /// <summary>Where a partner has a connection.</summary>
    public static IReadOnlyList<Connection> Placements(Partner partner, string uuid) =>
    [
        .. from environment in (string[])["env-1", "env-defer"]
        from interconnect in (string[])["ix1", "ix2"]
        let name = partner.Environment(environment).Interconnect(interconnect).Connection(uuid)
        let found = partner.State.Connections.Get(name)
        where found is not null
        select found,
    ];

    public static IReadOnlyList<Feature> Features(Partner partner, string uuid) =>
    [
        .. Placements(partner, uuid)
            .SelectMany(it => partner.State.Features.Children(ResourceName.Parse<ConnectionName>(it.Name))),
    ];

    /// <summary>Whether a partner has a connection in one place, VERIFIED, its features FINAL.</summary>
    public static bool IsWhole(Partner partner, string uuid) =>
        Placements(partner, uuid) is [{ VerificationState: VerificationState.Verified }]
        && Features(partner, uuid) is { Count: 4 } features
        && features.All(it => it.ProvisioningState == ProvisioningState.Final);

    public async ValueTask DisposeAsync()
    {
        while (owned.TryPop(out var item))
            await item.DisposeAsync();
        handlers.ForEach(handler => handler.Dispose());
    }

    private async Task<PartnerFixture> PartnerAsync(Func<PartnerOptions, PartnerOptions> change)
    {
        var fixture = await PartnerFixture.StartAsync(options => change(options with { Clock = Clock }));
        owned.Push(fixture);
        fixture.Partner.State.Clear();
        foreach (var environment in (string[])["env-1", "env-defer"])
            Put(fixture.Partner, fixture.Partner.Environment(environment));
        return fixture;
    }

    // Both interconnects are on the same four devices; every other channel is of either's keys.
    private static void Put(Partner partner, EnvironmentName environment)
    {
        partner.State.Environments.Put(new(
            $"{environment}",
            SupportedConnectionSizeMbps: [Mbps, 2 * Mbps],
            DeferConnectionProvisioning: environment.Id == "env-defer"));
        foreach (var interconnect in (string[])["ix1", "ix2"])
        {
            var name = environment.Interconnect(interconnect);
            partner.State.Interconnects.Put(new Interconnect(
                $"{name}", [Mbps, 2 * Mbps], State: InterconnectState.Active, MaxBandwidthMbps: 1000));
            foreach (var (channel, index) in Channels.Select((channel, index) => (channel, index)))
                partner.State.Channels.Put(new Channel(
                    $"{name.Channel(channel)}",
                    $"{(index % 2 == 0 ? PartnerFixture.Self : PartnerFixture.Target)}",
                    ObfuscatedDeviceId: $"device-{channel}"));
        }
    }

    private CoordinatorClient Client(PartnerFixture target)
    {
        var http = new HttpMessageInvoker(target.Handler());
        handlers.Add(http);
        return new CoordinatorClient(
            http, new ClientOptions(target.Partner.BaseUrl, NoAuthentication.Instance, TimeProvider.System));
    }

    private LivingPartner Live(PartnerFixture own, CoordinatorClient target, int seed)
    {
        var living = new LivingPartner(own.Partner, target, new InstantNetwork(), seed, TimeProvider.System);
        owned.Push(living);
        return living;
    }
}
