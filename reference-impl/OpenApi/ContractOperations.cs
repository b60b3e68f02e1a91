using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Harness.Reference.OpenApi;

/// <summary>Describes the operations as the contract does, and their refusals.</summary>
internal static class ContractOperations
{
    // Our handlers take them as optional, so that a rule and not the framework refuses without them (COM-08).
    private static readonly string[] RequiredIds = ["connectionId", "featureId", "macSecKeyId", "issueId"];

    public static Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            if (RequiredIds.Contains(parameter.Name))
                parameter.Required = true;

        operation.Responses ??= [];
        operation.Responses["4XX"] = new OpenApiResponse
        {
            Description = "Refused. Problem details (RFC 9457) that name the requirement; nothing was changed.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
        };
        return Task.CompletedTask;
    }
}
