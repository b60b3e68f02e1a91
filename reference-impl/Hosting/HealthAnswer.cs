namespace Harness.Reference.Hosting;

/// <summary>Answer of the health endpoints.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>stopping</c>.</param>
internal sealed record HealthAnswer(string Status);
