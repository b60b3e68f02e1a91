using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.MacSec;

/// <summary>
/// MACsec keys of channels. The CAK is accepted and never answered: the answers leave the field out (SEC-05).
/// </summary>
internal static class MacSecKeysApi
{
    public static void MapMacSecKeys(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var operations = new MacSecKeyOperations(coordinator);
        routes.Map(PublishedOperations.ListMacSecKeys, List);
        routes.Map(PublishedOperations.CreateMacSecKey, Create);
        routes.Map(PublishedOperations.GetMacSecKey, Get);
        routes.Map(PublishedOperations.DeleteMacSecKey, Delete);
        routes.Map(PublishedOperations.RequestMacSecKeyRotation, RequestRotation);

        async Task<Results<Ok<ListMacSecKeysResponse>, ProblemHttpResult>> List(
            string provider, string environment, string interconnect, string channel, CancellationToken cancellation) =>
            (await operations.ListAsync(Name(provider, environment, interconnect, channel), cancellation)).ToAnswer();

        async Task<Results<Ok<MacSecKey>, ProblemHttpResult>> Create(
            string provider,
            string environment,
            string interconnect,
            string channel,
            string? macSecKeyId,
            MacSecKey body,
            CancellationToken cancellation) =>
            (await operations.CreateAsync(
                Name(provider, environment, interconnect, channel), macSecKeyId, body, cancellation)).ToAnswer();

        async Task<Results<Ok<MacSecKey>, ProblemHttpResult>> Get(
            string provider,
            string environment,
            string interconnect,
            string channel,
            string macSecKey,
            CancellationToken cancellation) =>
            (await operations.GetAsync(
                Name(provider, environment, interconnect, channel).MacSecKey(macSecKey), cancellation)).ToAnswer();

        async Task<Results<Ok<Empty>, ProblemHttpResult>> Delete(
            string provider,
            string environment,
            string interconnect,
            string channel,
            string macSecKey,
            CancellationToken cancellation) =>
            (await operations.DeleteAsync(
                Name(provider, environment, interconnect, channel).MacSecKey(macSecKey), cancellation)).ToAnswer();

        async Task<Results<Ok<Empty>, ProblemHttpResult>> RequestRotation(
            string provider,
            string environment,
            string interconnect,
            string channel,
            MacSecKeyRotationRequest? body,
            CancellationToken cancellation) =>
            (await operations.RequestRotationAsync(
                Name(provider, environment, interconnect, channel), cancellation)).ToAnswer();
    }

    private static ChannelName Name(string provider, string environment, string interconnect, string channel) =>
        new ProviderName(provider).Environment(environment).Interconnect(interconnect).Channel(channel);
}
