using Harness.Features.World;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Simulator;
using Harness.Simulator.State;

namespace Harness.Features.Living;

/// <summary>What the parts of a living partner share: its own side, and the way to the target.</summary>
/// <param name="partner">Its own side, as it serves it.</param>
/// <param name="target">The target's API, as the partner calls it.</param>
/// <param name="data">Chooses ids and keys.</param>
internal sealed class Ground(Partner partner, CoordinatorClient target, TestData data)
{
    public PartnerState State => partner.State;

    public CoordinatorClient Target => target;

    public TestData Data => data;

    /// <summary>The customers' accounts at the partner, by the ids of their connections.</summary>
    public Dictionary<string, string> Accounts { get; } = [];

    public ProviderName Self => partner.Options.Provider;

    public ProviderName Other => partner.Options.Target;

    public DateTimeOffset Now => partner.Options.Clock.GetUtcNow();

    /// <summary>The target's name of a resource: it serves them below the partner's id.</summary>
    public TName There<TName>(TName own)
        where TName : ResourceName => own.Below(Self);

    /// <summary>The partner's own name of a resource.</summary>
    public TName Own<TName>(TName name)
        where TName : ResourceName => name.Below(Other);

    /// <summary>What the partner guides the target to.</summary>
    public L3BaseGuidance GuidanceOf(ConnectionName connection) =>
        partner.Options.GuidanceOf(connection.Interconnect.Environment);

    public IReadOnlyList<InterconnectName> Interconnects(EnvironmentName environment) =>
        [.. State.Interconnects.Children(environment).Select(it => ResourceName.Parse<InterconnectName>(it.Name))];

    /// <summary>All interconnects of all environments.</summary>
    public IEnumerable<InterconnectName> Interconnects() => State.Environments.Children(Other)
        .SelectMany(it => Interconnects(ResourceName.Parse<EnvironmentName>(it.Name)));

    /// <summary>All connections that the partner has.</summary>
    public IReadOnlyList<ConnectionName> Connections() =>
    [
        .. Interconnects()
            .SelectMany(State.Connections.Children)
            .Select(it => ResourceName.Parse<ConnectionName>(it.Name)),
    ];

    /// <summary>Where a connection is: two places while it moves.</summary>
    public IReadOnlyList<ConnectionName> Placements(string uuid) => [.. Connections().Where(it => it.Id == uuid)];

    public IReadOnlyList<ChannelName> Channels(InterconnectName interconnect) =>
        [.. State.Channels.Children(interconnect).Select(it => ResourceName.Parse<ChannelName>(it.Name))];

    /// <summary>Whether the partner manages the keys of a channel, and so owns its features (CHN-02, DFE-03).</summary>
    public bool Manages(ChannelName channel) => State.Channels.Get(channel)?.MacsecManagerProvider == $"{Self}";

    /// <summary>Bandwidth that an interconnect has left, in Mbps; nothing where it takes no connection.</summary>
    public long FreeOn(InterconnectName name)
    {
        if (State.Interconnects.Get(name) is not { State: InterconnectState.Active } interconnect)
            return 0;
        return (interconnect.MaxBandwidthMbps ?? int.MaxValue)
            - State.Connections.Children(name).Sum(it => (long)(it.BandwidthMbps ?? 0));
    }

    /// <summary>How many features a connection needs on an interconnect (FEA-14).</summary>
    public int Needed(InterconnectName interconnect) => Math.Max(1, Channels(interconnect).Count - 1);

    /// <summary>Whether asking again would bring no other answer.</summary>
    public static bool IsDefinite(int status) => status is >= 400 and < 500 and not (401 or 403 or 408 or 429);

    /// <summary>Whether nothing is left of what was to be deleted.</summary>
    public static bool IsGone(ApiResult<Empty> answer) => answer is ApiResult<Empty>.Success || answer.Status == 404;
}
