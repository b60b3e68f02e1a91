using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.ActivationKeys;

/// <summary>ConfirmActivationKey.</summary>
public static class ActivationKeysApi
{
    private const string Path = "/providers/{provider}/environments/{environment}/ConfirmActivationKey";

    public static void MapActivationKeys(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var operations = new ActivationKeyOperations(coordinator);
        routes.MapPost(Path, Confirm).WithName("ConfirmActivationKey");

        async Task<Results<Ok<ConfirmActivationKeyResponse>, ProblemHttpResult>> Confirm(
            string provider,
            string environment,
            ConfirmActivationKeyRequest? request,
            CancellationToken cancellation)
        {
            var name = new ProviderName(provider).Environment(environment);
            return (await operations.ConfirmAsync(name, request, cancellation)).ToAnswer();
        }
    }
}
