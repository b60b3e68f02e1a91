namespace Harness.Features.World;

/// <summary>A list that the target gives out.</summary>
/// <param name="Words">What is listed, in words.</param>
/// <param name="Path">Below the API root.</param>
/// <param name="Field">Field of the answer that holds the elements.</param>
/// <param name="Key">Field that tells the elements apart.</param>
public sealed record Listing(string Words, string Path, string Field, string Key = "name");
