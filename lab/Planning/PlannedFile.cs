namespace Harness.Lab.Planning;

/// <summary>A file of a node; only the node sees it.</summary>
/// <param name="Path">Below <c>/etc/frr</c>, <c>/run</c> or <c>/tmp</c>.</param>
/// <param name="Text">What it holds; may be a secret.</param>
public sealed record PlannedFile(string Path, string Text)
{
    /// <summary>Leaves out the text, which may hold passwords (SEC-05).</summary>
    public override string ToString() => $"PlannedFile {{ {Path} }}";
}
