using Harness.Cli.Pairs;
using Harness.Features.Living;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator.State;
using Harness.Tests.Reference;
using Harness.Tests.Simulator;

namespace Harness.Tests.Features.Living;

/// <summary>
/// A living partner with a network that the test holds, and a target that answers as a well-behaved provider does and
/// does nothing by itself.
/// </summary>
internal sealed class LivingFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly InterconnectName Interconnect = PartnerFixture.Interconnect;
    public static readonly ConnectionName Connection = PartnerFixture.Connection;

    private readonly PartnerFixture partner;
    private readonly PartnerFixture target;

    private LivingFixture(PartnerFixture partner, PartnerFixture target)
    {
        this.partner = partner;
        this.target = target;
        Living = new LivingPartner(partner.Partner, target.AsTarget, Network, seed: 1, TimeProvider.System);
    }

    public HeldNetwork Network { get; } = new();

    public LivingPartner Living { get; }

    public SteppedClock Clock => (SteppedClock)partner.Partner.Options.Clock;

    /// <summary>What the partner has.</summary>
    public PartnerState State => partner.Partner.State;

    /// <summary>What the target has.</summary>
    public PartnerState Targets => target.Partner.State;

    /// <summary>The partner, as the target calls it.</summary>
    public Harness.Protocol.Client.CoordinatorClient AsTarget => partner.AsTarget;

    public static async Task<LivingFixture> StartAsync() => new(
        await PartnerFixture.StartAsync(options => options with
        {
            Clock = new SteppedClock(Start),
            KeysActiveAtOnce = false,
        }),
        await PartnerFixture.StartAsync(options => options with
        {
            Provider = PartnerFixture.Target,
            Target = PartnerFixture.Self,
        }));

    /// <summary>A feature of the connection on a channel, by the partner's name; its id is the channel's.</summary>
    public static Feature FeatureOn(string channel, int vlan, ConnectionName? connection = null) => new(
        $"{(connection ?? Connection).Feature(channel)}",
        $"{Interconnect.Channel(channel)}",
        new FeatureConfig(
            FeatureType.L3Base,
            new L3BaseConfig(
                Ipv4Subnet: channel == "east-7" ? "169.254.0.0" : "169.254.0.4",
                Ipv4SubnetPrefixLength: 30,
                VlanId: vlan)),
        ProvisioningState.Pending);

    /// <summary>Both have agreed on the connection and on two features of it, which the target has in its network.
    /// </summary>
    public void Agree()
    {
        var connection = new Connection(
            $"{Connection}", BandwidthMbps: 1000, VerificationState: VerificationState.Unverified);
        Feature[] features = [FeatureOn("east-7", 1100), FeatureOn("west-2", 1100)];
        Targets.PutConnection(
            connection.Below(PartnerFixture.Self) with { VerificationState = VerificationState.Verified },
            [
                .. features.Select(it =>
                    it.Below(PartnerFixture.Self) with { ProvisioningState = ProvisioningState.Final }),
            ]);
        State.PutConnection(connection, features);
    }

    /// <summary>Agrees, and waits until the partner has the features in its network too.</summary>
    public async Task ProvisionAsync()
    {
        Agree();
        await Eventually.SeeAsync(
            "FINAL features",
            () => Task.FromResult(States),
            states => states.All(state => state == ProvisioningState.Final));
    }

    /// <summary>The states of the connection's features at the partner.</summary>
    public IReadOnlyList<ProvisioningState?> States =>
        [.. State.Features.Children(Connection).Select(it => it.ProvisioningState)];

    /// <summary>How often the partner has called an operation of the target.</summary>
    public int Called(Operation operation) => target.Journal.Query.Of(operation).Count();

    /// <summary>Waits until the partner has called an operation of the target.</summary>
    public Task CalledAsync(Operation operation) =>
        target.Journal.Query.Of(operation).WaitForAsync(1, PartnerFixture.Deadline, TimeProvider.System);

    /// <summary>An operator or a customer asks, and is granted it.</summary>
    public async Task AskAsync(Wish wish)
    {
        var answer = await Living.AskAsync(wish, CancellationToken.None);
        if (!answer.IsSuccess)
            throw new InvalidOperationException($"expected {wish} to be granted, found {answer}");
    }

    /// <summary>Waits until the turn is over in which the network was asked for something.</summary>
    public async Task AskedInATurnAsync(string change)
    {
        await Network.AskedAsync(change);
        // Whoever asks waits for the turn that goes on.
        await Living.AskAsync(new Wish.Show("nobody's"), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Living.DisposeAsync();
        await partner.DisposeAsync();
        await target.DisposeAsync();
    }
}
