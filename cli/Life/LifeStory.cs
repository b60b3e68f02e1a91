using Harness.Cli.Pairs;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using EnvironmentName = Harness.Protocol.Names.EnvironmentName;

namespace Harness.Cli.Life;

/// <summary>
/// The whole life of connections between two coordinators, chapter by chapter. Each chapter ends when both sides
/// show the same, and that it is what was asked for.
/// </summary>
internal sealed class LifeStory(LifePair pair, SideActions actions, CancellationToken cancellation)
{
    private const int Small = 100;
    private const int Large = 200;

    private static readonly TimeSpan BakeTime = TimeSpan.FromHours(2);

    private readonly List<string> live = [];

    /// <summary>A chapter: what happens in it, and how.</summary>
    public sealed record Chapter(string Title, Func<Task> Tell);

    /// <summary>All chapters, in order: later ones live on what earlier ones have made.</summary>
    public IReadOnlyList<Chapter> Chapters =>
    [
        new("a customer creates at the one, accepts at the other", () => CreateAsync(pair.First)),
        new("another one the other way round", () => CreateAsync(pair.Second)),
        new("bandwidth goes up at the one, and at the other", UpdateAsync),
        new("connections move to another interconnect", MigrateAsync),
        new("features are taken away and come back", LoseFeatureAsync),
        new("a connection that cannot be agreed on is taken back", TakeBackAsync),
        new("keys are given and rotated", RotateAsync),
        new("maintenance is planned around the other's", MaintainAsync),
        new("provisioning is deferred to the other", DeferAsync),
        new("everything is deleted, from either side", DeleteAsync),
        new("nothing is left that keeps room from others", FillAsync),
    ];

    private static EnvironmentName Environment => Named("env-1");

    private async Task CreateAsync(Side creator)
    {
        live.Add(await actions.CreateAsync(creator, Environment.Id, Small));
        await AgreedAsync(live[^1], Small);
    }

    private async Task UpdateAsync()
    {
        foreach (var (side, uuid) in pair.Both.Zip(live))
        {
            await actions.UpdateAsync(side, uuid, Large);
            await AgreedAsync(uuid, Large);
        }
    }

    private async Task MigrateAsync()
    {
        foreach (var (side, uuid) in pair.Both.Zip(live))
        {
            var from = await PlaceAsync(uuid);
            var to = Active().First(interconnect => interconnect.Id != from).Id;
            await actions.MigrateAsync(side, uuid, to);
            await AgreedAsync(uuid, Large, to);
        }
    }

    private async Task LoseFeatureAsync()
    {
        foreach (var (side, uuid) in pair.Both.Zip(live))
            foreach (var channel in Channels(await PlaceAsync(uuid)).Take(2))
            {
                await actions.DeleteFeatureAsync(side, uuid, channel);
                await AgreedAsync(uuid, Large);
            }
    }

    private async Task TakeBackAsync()
    {
        foreach (var side in pair.Both)
        {
            var uuid = await actions.CreateAsync(side, LifeTestbed.Apart, Small);
            await actions.FailedAsync(pair.Other(side), uuid);
            await actions.Until(
                $"{uuid} at both sides",
                async () => await ReadBothAsync() is var (one, other)
                    ? string.Join("; ", About([.. one, .. other], uuid))
                    : "one of them cannot be read",
                left => left.Length == 0,
                "nothing");
        }
    }

    private async Task RotateAsync()
    {
        var channels = Channels("ix1");
        foreach (var side in pair.Both)
        {
            var channel = channels.First(it => ManagerOf(it) == side.Id);
            var first = await RotatedAsync(side, channel, null);
            await actions.AdvanceAsync(BakeTime);
            await RotatedAsync(side, channel, first);
            await actions.AdvanceAsync(BakeTime);
        }
    }

    // Until the operator's wish is granted it is made again: a rotation that was refused has changed nothing.
    private async Task<string?> RotatedAsync(Side manager, ChannelName channel, string? before)
    {
        await actions.RotateAsync(manager, channel);
        var keys = await Task.WhenAll(pair.Both.Select(side => actions.Until(
            $"the keys of {channel.Id} at {side.Id}",
            () => side.ReadKeysAsync(Seen(side, channel), cancellation),
            state => state is { Count: 1, Active: { } active } && active != before,
            "one key, active, and another than before")));
        return keys[0]!.Active;
    }

    private async Task MaintainAsync()
    {
        var hour = TimeSpan.FromHours(1);
        foreach (var side in pair.Both)
        {
            var channels = Channels("ix1");
            var start = pair.Now + hour;
            await actions.Until(
                $"maintenance of {channels[0].Id} at {side.Id}",
                () => actions.MaintainAsync(side, channels[0], start, start + hour),
                answer => answer.IsSuccess,
                "planned");
            // Into the window, for which the channel is drained (MNT-08); and past it, which restores it.
            await actions.AdvanceAsync(hour);
            await actions.Until(
                $"overlapping maintenance of another device at {pair.Other(side).Id}",
                () => actions.MaintainAsync(pair.Other(side), channels[1], start, start + hour),
                answer => answer.Status == StatusCodes.Status409Conflict,
                "refused, once the first one's event has arrived");
            await actions.AdvanceAsync(2 * hour);
        }
    }

    private async Task DeferAsync()
    {
        var environment = pair.Testbed.Environments.First(it =>
            it.Peer == LifePair.SecondId && it.DeferConnectionProvisioning);
        foreach (var side in pair.Both)
        {
            live.Add(await actions.CreateAsync(side, environment.Id, Small));
            await AgreedAsync(live[^1], Small);
        }
    }

    private async Task DeleteAsync()
    {
        foreach (var (uuid, index) in live.Select((uuid, index) => (uuid, index)))
            await actions.DeleteAsync(pair.Both[index % 2], uuid);
        await EmptyAsync();
    }

    // A connection as large as an interconnect finds room only where nothing is reserved any more.
    private async Task FillAsync()
    {
        var filling = new List<string>();
        foreach (var interconnect in Active().Where(it => it.State == InterconnectState.Active))
        {
            filling.Add(await actions.CreateAsync(pair.First, Environment.Id, interconnect.MaxBandwidthMbps));
            await AgreedAsync(filling[^1], interconnect.MaxBandwidthMbps);
        }

        foreach (var uuid in filling)
            await actions.DeleteAsync(pair.First, uuid);
        await EmptyAsync();
    }

    private async Task AgreedAsync(string uuid, int mbps, string? interconnect = null) => await actions.Until(
        $"{uuid} at both sides",
        () => DifferenceAsync(uuid, mbps, interconnect),
        difference => difference.Length == 0,
        "the same, complete and in service");

    private async Task EmptyAsync() => await actions.Until(
        "what is left at both sides",
        async () => await ReadBothAsync() is var (one, other) ? string.Join("; ", one.Concat(other).Take(3)) : "?",
        left => left.Length == 0,
        "nothing");

    private async Task<string> DifferenceAsync(string uuid, int mbps, string? interconnect)
    {
        if (await ReadBothAsync() is not var (one, other))
            return "one of them cannot be read";
        var (first, second) = (About(one, uuid), About(other, uuid));
        return Agreement.Difference(first, second)
            ?? Agreement.Incomplete(first, mbps, interconnect, place => Channels(place).Count)
            ?? "";
    }

    private async Task<string> PlaceAsync(string uuid)
    {
        var lines = await actions.Until(
            $"{uuid} at {pair.First.Id}",
            () => pair.First.ReadAsync(Interconnects(pair.First), cancellation),
            read => read is not null && About(read, uuid).Count > 0,
            "to be placed");
        return About(lines!, uuid)[0].Split('/')[1];
    }

    private async Task<(IReadOnlyList<string> One, IReadOnlyList<string> Other)?> ReadBothAsync()
    {
        var one = await pair.First.ReadAsync(Interconnects(pair.First), cancellation);
        var other = await pair.Second.ReadAsync(Interconnects(pair.Second), cancellation);
        return one is null || other is null ? null : (one, other);
    }

    private static List<string> About(IReadOnlyList<string> lines, string uuid) =>
        [.. lines.Where(line => line.Contains(uuid, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static EnvironmentName Named(string id) => new ProviderName(LifePair.SecondId).Environment(id);

    // Each side serves what they share below the other's id.
    private TName Seen<TName>(Side side, TName name)
        where TName : ResourceName => name.Below(new ProviderName(pair.Other(side).Id));

    private IEnumerable<InterconnectName> Interconnects(Side side) =>
        from environment in pair.Testbed.Environments
        where environment.Peer == LifePair.SecondId
        from interconnect in environment.Interconnects
        select Seen(side, environment.Name.Interconnect(interconnect.Id));

    private IEnumerable<Reference.Testbed.TestbedInterconnect> Active() =>
        pair.Testbed.Find(Environment)!.Interconnects.Where(it => it.State == InterconnectState.Active);

    private List<ChannelName> Channels(string interconnect)
    {
        var name = Environment.Interconnect(interconnect);
        return [.. pair.Testbed.Find(name)!.Channels.Select(channel => name.Channel(channel.Id))];
    }

    private string ManagerOf(ChannelName channel) => pair.Testbed.Find(channel)!.MacsecManager.Id;
}
