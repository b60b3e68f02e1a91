namespace Harness.Reference.Paging;

/// <summary>A page size to decide on.</summary>
/// <param name="Asked">What the caller asks for; null for nothing.</param>
/// <param name="Default">What it gets when it asks for nothing.</param>
/// <param name="Most">The most that it gets.</param>
public sealed record PageSizeCase(int? Asked, int Default, int Most);
