using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Features;

/// <summary>The operations on features, and the guidance that comes before them.</summary>
internal static class FeaturesApi
{
    public static void MapFeatures(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var operations = new FeatureOperations(coordinator);
        var guidance = new GuidanceOperations(coordinator);
        routes.Map(PublishedOperations.GenerateFeatureGuidance, Guide);
        routes.Map(PublishedOperations.ListFeatures, List);
        routes.Map(PublishedOperations.CreateFeature, Create);
        routes.Map(PublishedOperations.GetFeature, Get);
        routes.Map(PublishedOperations.DeleteFeature, Delete);

        // The body carries nothing; a newer partner may send more in it (COM-10).
        async Task<Results<Ok<GenerateFeatureGuidanceResponse>, ProblemHttpResult>> Guide(
            string provider,
            string environment,
            string interconnect,
            string connection,
            GenerateFeatureGuidanceRequest? body,
            CancellationToken cancellation) =>
            (await guidance.GenerateAsync(
                Name(provider, environment, interconnect, connection), cancellation)).ToAnswer();

        async Task<Results<Ok<ListFeaturesResponse>, ProblemHttpResult>> List(
            string provider,
            string environment,
            string interconnect,
            string connection,
            int? pageSize,
            string? pageToken,
            CancellationToken cancellation) =>
            (await operations.ListAsync(
                Name(provider, environment, interconnect, connection), pageSize, pageToken, cancellation)).ToAnswer();

        async Task<Results<Ok<Feature>, ProblemHttpResult>> Create(
            string provider,
            string environment,
            string interconnect,
            string connection,
            string? featureId,
            Feature? body,
            CancellationToken cancellation) =>
            (await operations.CreateAsync(
                Name(provider, environment, interconnect, connection), featureId, body, cancellation)).ToAnswer();

        async Task<Results<Ok<Feature>, ProblemHttpResult>> Get(
            string provider,
            string environment,
            string interconnect,
            string connection,
            string feature,
            CancellationToken cancellation) =>
            (await operations.GetAsync(
                Name(provider, environment, interconnect, connection).Feature(feature), cancellation)).ToAnswer();

        async Task<Results<Ok<Empty>, ProblemHttpResult>> Delete(
            string provider,
            string environment,
            string interconnect,
            string connection,
            string feature,
            CancellationToken cancellation) =>
            (await operations.DeleteAsync(
                Name(provider, environment, interconnect, connection).Feature(feature), cancellation)).ToAnswer();
    }

    private static ConnectionName Name(string provider, string environment, string interconnect, string connection) =>
        new ProviderName(provider).Environment(environment).Interconnect(interconnect).Connection(connection);
}
