using System.Globalization;
using System.Text.Json;

namespace Harness.Features.Hosting;

/// <summary>How many broken implementations the scenarios have noticed; <c>harness efficacy</c> measures it.</summary>
/// <param name="Killed">Mutants that a scenario of the requirement which they break has noticed.</param>
/// <param name="Mutants">Mutants that can be noticed.</param>
/// <param name="Date">When it was measured.</param>
/// <param name="Version">Version of the harness that measured it.</param>
public sealed record EfficacyFigure(int Killed, int Mutants, DateOnly Date, string Version)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads it from JSON.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static EfficacyFigure Parse(string json) =>
        JsonSerializer.Deserialize<EfficacyFigure>(json, Options)
        ?? throw new JsonException("expected the figure of the last efficacy run, found null");

    /// <summary>As reports show it.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Killed} of {Mutants} broken implementations noticed ({Date:yyyy-MM-dd}, version {Version})");
}
