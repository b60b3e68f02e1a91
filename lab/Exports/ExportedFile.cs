namespace Harness.Lab.Exports;

/// <summary>A file of an export.</summary>
/// <param name="Path">Relative to the export's directory, with slashes.</param>
/// <param name="Text">What it holds; no secrets, for an export has no connections.</param>
public sealed record ExportedFile(string Path, string Text);
