namespace Harness.Reference.Paging;

/// <summary>A page token to decide on.</summary>
/// <param name="Authentic">Whether this server issued it for the query that it came with.</param>
public sealed record PageTokenCase(bool Authentic);
