namespace Harness.Reference.Hosting;

/// <summary>Answer of the health endpoints.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
internal sealed record HealthAnswer(string Status);
