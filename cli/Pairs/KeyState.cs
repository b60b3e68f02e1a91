namespace Harness.Cli.Pairs;

/// <summary>The MACsec keys of a channel at one provider.</summary>
/// <param name="Count">How many keys there are.</param>
/// <param name="Active">Id of the active one; null where there is none.</param>
internal sealed record KeyState(int Count, string? Active)
{
    public override string ToString() => $"{Count} keys, {(Active is null ? "none active" : $"{Active} active")}";
}
