namespace Harness.Features.Target;

/// <summary>A value that is shown to nobody (SEC-05).</summary>
/// <param name="source">Where it came from, which may be shown: <c>environment variable X</c>.</param>
/// <param name="value">The secret itself.</param>
public sealed class Secret(string source, string value)
{
    /// <summary>Where it came from.</summary>
    public string Source { get; } = source;

    /// <summary>The secret itself, for the wire only.</summary>
    public string Reveal() => value;

    /// <summary>Its source.</summary>
    public override string ToString() => $"secret from {Source}";
}
