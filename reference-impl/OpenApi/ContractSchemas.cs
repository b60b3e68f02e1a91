using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Harness.Protocol.Json;
using Harness.Protocol.Resources;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Harness.Reference.OpenApi;

/// <summary>Describes the contract's records as the published schemas do (COM-09).</summary>
internal static class ContractSchemas
{
    // Published names that differ from ours, which keep to the casing of the language.
    private static readonly Dictionary<Type, string> PublishedNames = new()
    {
        [typeof(ProviderSite)] = "ProviderSites",
        [typeof(AsnRange)] = "ASNRange",
        [typeof(VlanRange)] = "VLANRange",
        [typeof(MtuRange)] = "MTURange",
    };

    /// <summary>The name of a type's schema; null where it is described in place.</summary>
    public static string? NameOf(JsonTypeInfo type) =>
        PublishedNames.GetValueOrDefault(type.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    /// <summary>Describes an enum by its published words, and a field that may be left out without null.</summary>
    public static Task DescribeAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = Words(type).Enum;
        }

        // The exporter cannot see through the converter of an enum in a list.
        if (context.JsonTypeInfo.ElementType is { IsEnum: true } element)
            schema.Items = Words(element);
        if (context.JsonPropertyInfo?.Name == "encodedKey")
            schema.Format = "byte";
        schema.Type &= ~JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    /// <summary>Finishes the schemas once all of them are there.</summary>
    public static Task FinishAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "Connection Coordinator API", Version = "v1" };
        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
            FinishFields(schema);

        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []))
            foreach (var content in operation.Value.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
                content.Value.Schema = Present(content.Value.Schema);

        // The documentation of a field that refers to another schema is not to be had here.
        if (document.Components?.Schemas?["AddCommentRequest"] is OpenApiSchema comment)
            comment.Required = new HashSet<string> { "comment" };
        // A server sends `providers`; the published schema's own name for it is an erratum.
        if (document.Components?.Schemas?["ListProvidersResponse"] is OpenApiSchema providers)
            providers.Properties?.Remove("environments");
        return Task.CompletedTask;
    }

    private static void FinishFields(OpenApiSchema schema)
    {
        foreach (var (name, field) in schema.Properties?.ToArray() ?? [])
        {
            var present = Present(field) ?? field;
            schema.Properties![name] = present;

            // The records' documentation says so as the contract does.
            if (field.Description?.StartsWith("Required.", StringComparison.Ordinal) is true)
                (schema.Required ??= new HashSet<string>()).Add(name);
            if (present is OpenApiSchema own)
                own.ReadOnly = own.Description?.StartsWith("Output only.", StringComparison.Ordinal) is true;
        }
    }

    // What is left out is absent, never null.
    private static IOpenApiSchema? Present(IOpenApiSchema? schema) =>
        schema?.OneOf?.FirstOrDefault(choice => choice is OpenApiSchemaReference) ?? schema;

    private static OpenApiSchema Words(Type type) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => Word(type, value))],
    };

    private static JsonNode Word(Type type, object value) =>
        JsonSerializer.SerializeToNode(Enum.ToObject(type, value), type, ProtocolJson.ContractOptions)
        ?? throw new InvalidOperationException("an enum's word is never null");
}
