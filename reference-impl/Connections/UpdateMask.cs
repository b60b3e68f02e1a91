namespace Harness.Reference.Connections;

/// <summary>Reads the update mask: field names with commas between them.</summary>
internal static class UpdateMask
{
    /// <summary>The fields that the mask names; an absent or empty mask names none.</summary>
    public static IReadOnlyList<string> Read(string? mask) =>
        string.IsNullOrWhiteSpace(mask) ? [] : mask.Split(',', StringSplitOptions.TrimEntries);
}
