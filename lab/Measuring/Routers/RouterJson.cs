using System.Text.Json;

namespace Harness.Lab.Measuring.Routers;

/// <summary>Reads what the tools of routers answer. Members that are not asked for are passed over, for versions differ
/// in them.</summary>
internal static class RouterJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads an answer.</summary>
    /// <exception cref="RouterOutputException">It is not what the tool is known to answer.</exception>
    public static T Read<T>(string json, string tool)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, _options) ?? throw new JsonException("It is null.");
        }
        catch (JsonException wrong)
        {
            throw new RouterOutputException(tool, wrong);
        }
    }
}
