using Harness.Protocol.Operations;

namespace Harness.Reference.Hosting;

/// <summary>Maps published operations to their handlers.</summary>
public static class OperationRoutes
{
    /// <summary>Maps <paramref name="operation"/>, under its published path, method and operation id.</summary>
    public static RouteHandlerBuilder Map(
        this IEndpointRouteBuilder routes, Operation operation, Delegate handler) =>
        routes.MapMethods($"/{operation.Template}", [operation.Method], handler).WithName(operation.Id);
}
