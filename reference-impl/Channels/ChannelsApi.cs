using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Harness.Reference.Testbed;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Channels;

/// <summary>The channels of an interconnect, with their managers and devices (CHN-01, IXC-04).</summary>
internal static class ChannelsApi
{
    public static void MapChannels(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        routes.Map(
            PublishedOperations.ListChannels,
            (string provider, string environment, string interconnect, int? pageSize, string? pageToken) => List(
                coordinator,
                new ProviderName(provider).Environment(environment).Interconnect(interconnect),
                pageSize,
                pageToken));
        routes.Map(
            PublishedOperations.GetChannel,
            (string provider, string environment, string interconnect, string channel) => Get(
                coordinator,
                new ProviderName(provider).Environment(environment).Interconnect(interconnect).Channel(channel)));
    }

    private static Results<Ok<ListChannelsResponse>, ProblemHttpResult> List(
        Coordinator coordinator, InterconnectName name, int? pageSize, string? pageToken)
    {
        var interconnect = coordinator.Testbed.Find(name);
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, (name, interconnect is not null)) is { } refusal)
            return refusal.ToProblem();
        return coordinator.Pager
            .Read($"{name}/channels", pageSize, pageToken)
            .Then(request => coordinator.Pager.CutAll(request, interconnect?.Channels ?? [], channel => channel.Id))
            .Then(page => page.Select(channel => Answer(name.Channel(channel.Id), channel)))
            .Then(page => new ListChannelsResponse(page.Items, page.NextPageToken))
            .ToAnswer();
    }

    private static Results<Ok<Channel>, ProblemHttpResult> Get(Coordinator coordinator, ChannelName name)
    {
        var channel = coordinator.Testbed.Find(name);
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, (name, channel is not null)) is { } refusal)
            return refusal.ToProblem();
        return TypedResults.Ok(channel is null ? null : Answer(name, channel));
    }

    private static Channel Answer(ChannelName name, TestbedChannel channel) => new(
        name.ToString(),
        channel.MacsecManager.ToString(),
        channel.CrossConnectManager.ToString(),
        channel.AggregateGbps,
        channel.MemberGbps,
        channel.Device,
        channel.Demarc,
        channel.AdminState);
}
