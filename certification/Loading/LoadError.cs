namespace Harness.Certification.Loading;

/// <summary>Why an input cannot be used.</summary>
/// <param name="File">Path of the file, or the type and member for code.</param>
/// <param name="Line">Line in it, from 1; 0 where there is none.</param>
/// <param name="Message">What was expected, what was found, what to do.</param>
public sealed record LoadError(string File, int Line, string Message)
{
    /// <summary><c>file:line: message</c>, as editors and terminals follow it.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
