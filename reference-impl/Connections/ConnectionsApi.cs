using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Connections;

/// <summary>The operations on connections, but for the guidance.</summary>
internal static class ConnectionsApi
{
    public static void MapConnections(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var operations = new ConnectionOperations(coordinator);
        routes.Map(PublishedOperations.ListConnections, List);
        routes.Map(PublishedOperations.CreateConnection, Create);
        routes.Map(PublishedOperations.GetConnection, Get);
        routes.Map(PublishedOperations.UpdateConnection, Update);
        routes.Map(PublishedOperations.DeleteConnection, Delete);
        routes.MapStatus(operations);

        async Task<Results<Ok<ListConnectionsResponse>, ProblemHttpResult>> List(
            string provider,
            string environment,
            string interconnect,
            int? pageSize,
            string? pageToken,
            CancellationToken cancellation) =>
            (await operations.ListAsync(
                Name(provider, environment, interconnect), pageSize, pageToken, cancellation)).ToAnswer();

        async Task<Results<Ok<Connection>, ProblemHttpResult>> Create(
            string provider,
            string environment,
            string interconnect,
            string? connectionId,
            Connection? body,
            CancellationToken cancellation) =>
            (await operations.CreateAsync(
                Name(provider, environment, interconnect), connectionId, body, cancellation)).ToAnswer();

        async Task<Results<Ok<Connection>, ProblemHttpResult>> Get(
            string provider,
            string environment,
            string interconnect,
            string connection,
            CancellationToken cancellation) =>
            (await operations.GetAsync(
                Name(provider, environment, interconnect).Connection(connection), cancellation)).ToAnswer();

        async Task<Results<Ok<Connection>, ProblemHttpResult>> Update(
            string provider,
            string environment,
            string interconnect,
            string connection,
            string? updateMask,
            Connection? body,
            CancellationToken cancellation) =>
            (await operations.UpdateAsync(
                Name(provider, environment, interconnect).Connection(connection),
                updateMask,
                body,
                cancellation)).ToAnswer();

        async Task<Results<Ok<Empty>, ProblemHttpResult>> Delete(
            string provider,
            string environment,
            string interconnect,
            string connection,
            CancellationToken cancellation) =>
            (await operations.DeleteAsync(
                Name(provider, environment, interconnect).Connection(connection), cancellation)).ToAnswer();
    }

    private static void MapStatus(this IEndpointRouteBuilder routes, ConnectionOperations operations)
    {
        routes.Map(PublishedOperations.NotifyConnectionStatus, Notify);

        // The body carries nothing; a newer partner may send more in it (COM-10).
        async Task<Results<Ok<Empty>, ProblemHttpResult>> Notify(
            string provider,
            string environment,
            string interconnect,
            string connection,
            NotifyConnectionStatusRequest? body,
            CancellationToken cancellation) =>
            (await operations.NotifyAsync(
                Name(provider, environment, interconnect).Connection(connection), cancellation)).ToAnswer();
    }

    private static InterconnectName Name(string provider, string environment, string interconnect) =>
        new ProviderName(provider).Environment(environment).Interconnect(interconnect);
}
