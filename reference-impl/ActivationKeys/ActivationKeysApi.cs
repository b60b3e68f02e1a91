using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.ActivationKeys;

/// <summary>ConfirmActivationKey.</summary>
internal static class ActivationKeysApi
{
    public static void MapActivationKeys(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var operations = new ActivationKeyOperations(coordinator);
        routes.Map(PublishedOperations.ConfirmActivationKey, Confirm);

        async Task<Results<Ok<ConfirmActivationKeyResponse>, ProblemHttpResult>> Confirm(
            string provider,
            string environment,
            ConfirmActivationKeyRequest? body,
            CancellationToken cancellation) =>
            (await operations.ConfirmAsync(
                new ProviderName(provider).Environment(environment), body, cancellation)).ToAnswer();
    }
}
