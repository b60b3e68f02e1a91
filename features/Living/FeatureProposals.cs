using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Simulator.State;

namespace Harness.Features.Living;

/// <summary>
/// Agrees features with the target, channel by channel, for one connection. What was proposed and not answered is
/// proposed again as it was; what was refused begins again from guidance, with other parameters (FEA-12).
/// </summary>
/// <param name="ground">The partner.</param>
/// <param name="connection">The connection, by the partner's name.</param>
internal sealed class FeatureProposals(Ground ground, ConnectionName connection)
{
    // Far more than others can be in the way on a channel.
    private const int MostRefusals = 20;

    private readonly Dictionary<ChannelName, Feature> open = [];
    private readonly Dictionary<ChannelName, HashSet<int>> refused = [];
    private readonly HashSet<ChannelName> impossible = [];

    /// <summary>Makes a proposal for each channel, and again on those where it was refused.</summary>
    /// <param name="channels">The channels, by the partner's names.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <returns>Whether each channel has a feature now, or cannot have one.</returns>
    /// <exception cref="TransportException">The target did not answer.</exception>
    public async Task<bool> ProposeAsync(IReadOnlyCollection<ChannelName> channels, CancellationToken cancellation)
    {
        var missing = Missing(channels);
        if (missing.Any(it => !open.ContainsKey(it)))
        {
            var guided = await ground.Target.GenerateFeatureGuidanceAsync(ground.There(connection), cancellation);
            if (guided.ValueOrDefault?.FeatureGuidance is not { } guidance)
                return false;
            foreach (var channel in missing.Where(it => !open.ContainsKey(it)))
                Plan(channel, guidance.FirstOrDefault(it => it.Channel == $"{ground.There(channel)}"));
        }

        foreach (var channel in missing.Where(open.ContainsKey))
            if (!await ProposeAsync(channel, open[channel], cancellation))
                return false;
        return Missing(channels).Count == 0;
    }

    private List<ChannelName> Missing(IEnumerable<ChannelName> channels)
    {
        var present = ground.State.Features.Children(connection).Select(it => it.Channel).ToHashSet();
        return [.. channels.Where(it => !present.Contains($"{it}") && !impossible.Contains(it))];
    }

    private void Plan(ChannelName channel, FeatureGuidance? guidance)
    {
        var tried = refused.GetValueOrDefault(channel, []);
        var chosen = guidance is null || tried.Count >= MostRefusals
            ? null
            : FeaturePlan.Choose(ground, connection, guidance, tried, open.Values);
        if (chosen is null)
            impossible.Add(channel);
        else
            open[channel] = chosen with { Name = $"{ground.There(connection.Feature(ground.Data.Id("f")))}" };
    }

    // False where there was no answer that settles it.
    private async Task<bool> ProposeAsync(ChannelName channel, Feature proposal, CancellationToken cancellation)
    {
        var name = ResourceName.Parse<FeatureName>(proposal.Name);
        var answer = await ground.Target.CreateFeatureAsync(name, proposal, cancellation);
        // An earlier try may have arrived without its answer coming back: what is there is ours then.
        var known = answer.Status == 409 ? await ground.Target.GetFeatureAsync(name, cancellation) : answer;
        if (known is not ApiResult<Feature>.Success && !Ground.IsDefinite(known.Status))
            return false;
        open.Remove(channel);
        if (known is not ApiResult<Feature>.Success)
        {
            if (!refused.TryGetValue(channel, out var tried))
                refused[channel] = tried = [];
            tried.Add(proposal.FeatureConfig!.L3BaseConfig!.VlanId!.Value);
            return true;
        }

        lock (ground.State.Guard)
        {
            // Where the target has deleted it meanwhile, its features went with it (DEL-02).
            if (ground.State.Connections.Get(connection) is not null)
                ground.State.Features.Put(
                    proposal.Below(ground.Other) with { ProvisioningState = ProvisioningState.Pending });
        }

        return true;
    }
}
