using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.MacSec;

/// <summary>
/// MACsec keys of channels. The CAK is accepted and never answered: the answers leave the field out (SEC-05).
/// </summary>
internal sealed class MacSecKeysApi(Coordinator coordinator)
{
    private readonly MacSecKeyOperations operations = new(coordinator);

    public static void Map(IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var api = new MacSecKeysApi(coordinator);
        routes.Map(
            PublishedOperations.ListMacSecKeys,
            (string provider, string environment, string interconnect, string channel, CancellationToken cancellation)
                => api.ListAsync(Name(provider, environment, interconnect, channel), cancellation));
        routes.Map(
            PublishedOperations.CreateMacSecKey,
            (string provider, string environment, string interconnect, string channel, string? macSecKeyId,
                MacSecKey body, CancellationToken cancellation)
                => api.CreateAsync(
                    Name(provider, environment, interconnect, channel), macSecKeyId, body, cancellation));
        routes.Map(
            PublishedOperations.GetMacSecKey,
            (string provider, string environment, string interconnect, string channel, string macSecKey,
                CancellationToken cancellation)
                => api.GetAsync(
                    Name(provider, environment, interconnect, channel).MacSecKey(macSecKey), cancellation));
        routes.Map(
            PublishedOperations.DeleteMacSecKey,
            (string provider, string environment, string interconnect, string channel, string macSecKey,
                CancellationToken cancellation)
                => api.DeleteAsync(
                    Name(provider, environment, interconnect, channel).MacSecKey(macSecKey), cancellation));
        routes.Map(
            PublishedOperations.RequestMacSecKeyRotation,
            (string provider, string environment, string interconnect, string channel, MacSecKeyRotationRequest? body,
                CancellationToken cancellation)
                => api.RequestRotationAsync(Name(provider, environment, interconnect, channel), cancellation));
    }

    private async Task<Results<Ok<ListMacSecKeysResponse>, ProblemHttpResult>> ListAsync(
        ChannelName channel, CancellationToken cancellation)
    {
        if (Missing(channel) is { } refusal)
            return refusal.ToProblem();
        var keys = await coordinator.Store.ReadAsync(
            transaction => MacSecKeyStore.OfChannelAsync(transaction, channel), cancellation);
        return TypedResults.Ok(new ListMacSecKeysResponse([.. keys.Select(MacSecKeyOperations.Answer)]));
    }

    private async Task<Results<Ok<MacSecKey>, ProblemHttpResult>> CreateAsync(
        ChannelName channel, string? id, MacSecKey body, CancellationToken cancellation)
    {
        var refusal = Missing(channel) ?? coordinator.Rules.FirstRefusal(CommonRules.Id, ("macSecKeyId", id));
        if (refusal is not null)
            return refusal.ToProblem();
        return (await operations.CreateAsync(channel.MacSecKey(id ?? ""), body, cancellation)).ToAnswer();
    }

    private async Task<Results<Ok<MacSecKey>, ProblemHttpResult>> GetAsync(
        MacSecKeyName name, CancellationToken cancellation)
    {
        var key = await coordinator.Store.ReadAsync(
            transaction => MacSecKeyStore.FindAsync(transaction, name), cancellation);
        if (coordinator.Rules.Decide(CommonRules.ResourceExists, (name, key is not null)) is { } refusal)
            return refusal.ToProblem();
        return TypedResults.Ok(key is null ? null : MacSecKeyOperations.Answer(key));
    }

    private async Task<Results<Ok<Empty>, ProblemHttpResult>> DeleteAsync(
        MacSecKeyName name, CancellationToken cancellation) =>
        Missing(name.Channel) is { } refusal
            ? refusal.ToProblem()
            : (await operations.DeleteAsync(name, cancellation)).ToAnswer();

    private async Task<Results<Ok<Empty>, ProblemHttpResult>> RequestRotationAsync(
        ChannelName channel, CancellationToken cancellation) =>
        Missing(channel) is { } refusal
            ? refusal.ToProblem()
            : (await operations.RotateAsync(channel, channel.Provider(), cancellation)).ToAnswer();

    // There is nothing that a broken rule could let pass below a channel that is not in the testbed.
    private Refusal? Missing(ChannelName channel) =>
        coordinator.Testbed.Find(channel) is null ? CommonRules.NotFound(channel) : null;

    private static ChannelName Name(string provider, string environment, string interconnect, string channel) =>
        new ProviderName(provider).Environment(environment).Interconnect(interconnect).Channel(channel);
}
