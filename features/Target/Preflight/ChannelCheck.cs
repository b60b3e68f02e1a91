using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether the channels are as the file says: names, and who manages their keys (CHN-01).</summary>
internal sealed class ChannelCheck : IPreflightCheck
{
    public string Name => "channels";

    public string Path => "testbed";

    public bool IsGround => false;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        foreach (var environment in context.File.Testbed.All)
        {
            var name = context.File.Providers.Partner.Provider.Environment(environment.Id);
            foreach (var interconnect in environment.Interconnects)
                await CheckAsync(context, name.Interconnect(interconnect.Id), interconnect, cancellation);
        }
    }

    private static async Task CheckAsync(
        PreflightContext context,
        InterconnectName name,
        InterconnectSettings agreed,
        CancellationToken cancellation)
    {
        var served = await context.ListAsync(
            agreed.Path,
            "channels",
            token => context.Session.Partner.ListChannelsAsync(name, 1000, token, cancellation),
            (ListChannelsResponse page) => (page.Channels, page.NextPageToken));
        if (served is null)
            return;
        var ids = served.Select(known => known.Name?.Split('/')[^1] ?? "").ToList();
        foreach (var channel in agreed.Channels)
        {
            var found = served.FirstOrDefault(known => known.Name == $"{name.Channel(channel.Id)}");
            Compare(context, channel, name, ids, found);
        }

        var more = ids.Except(agreed.Channels.Select(channel => channel.Id)).ToList();
        if (more.Count > 0)
            context.Fail(
                $"{agreed.Path}.channels", $"{agreed.Channels.Count} channels of {name}",
                $"{string.Join(", ", more)} besides", "name all channels in the file");
        else
            context.Ok($"{agreed.Path}.channels", $"{name.Environment.Id} {name.Id} has {served.Count} channels");
    }

    private static void Compare(
        PreflightContext context,
        ChannelSettings agreed,
        InterconnectName interconnect,
        IReadOnlyCollection<string> ids,
        Channel? found)
    {
        if (found is null)
            context.Fail(
                $"{agreed.Path}.id", $"{interconnect.Channel(agreed.Id)} to be served", "none",
                PreflightContext.Choice(agreed.Id, ids));
        else if (found.MacsecManagerProvider != $"providers/{agreed.MacsecManager}")
            context.Fail(
                $"{agreed.Path}.macsecManager",
                $"macsecManagerProvider providers/{agreed.MacsecManager} of {found.Name}",
                found.MacsecManagerProvider ?? "none", "mend whichever of the two is wrong");
    }
}
