namespace Harness.Reference.OpenApi;

/// <summary>Serves the description of the published operations at <c>/openapi.json</c>.</summary>
internal static class OpenApiSetup
{
    private const string Document = "v1";

    public static void AddContractDocument(this IServiceCollection services) =>
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_0;
            // The portal and the operator's surface are not part of the protocol.
            options.ShouldInclude = description =>
                description.RelativePath?.StartsWith("providers", StringComparison.Ordinal) is true;
            options.CreateSchemaReferenceId = ContractSchemas.NameOf;
            options.AddSchemaTransformer(ContractSchemas.DescribeAsync);
            options.AddOperationTransformer(ContractOperations.DescribeAsync);
            options.AddDocumentTransformer(ContractSchemas.FinishAsync);
        });

    public static void MapContractDocument(this WebApplication app) => app.MapOpenApi("/openapi.json");
}
