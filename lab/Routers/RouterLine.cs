namespace Harness.Lab.Routers;

/// <summary>One line for a router.</summary>
/// <param name="Text">What the router is told; may hold a secret.</param>
/// <param name="Shown">The same without secrets, for logs and evidence (SEC-05).</param>
public sealed record RouterLine(string Text, string Shown)
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Hidden = "(hidden)";

    /// <summary>A line without secrets.</summary>
    public RouterLine(string text)
        : this(text, text)
    {
    }

    /// <summary>The line without secrets.</summary>
    public override string ToString() => Shown;
}
