namespace Harness.Tests.Tidy;

/// <summary>A file of the repository, as the rules look at it.</summary>
internal sealed class SourceFile
{
    public SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        Lines = text.Split('\n');
        IsCSharp = path.EndsWith(".cs", StringComparison.Ordinal);
        (Code, Comments) = IsCSharp ? CSharpMask.Of(text) : ("", FeatureComments());
    }

    /// <summary>Relative to the root, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>Without their ends; the last one is empty when the file ends with one.</summary>
    public IReadOnlyList<string> Lines { get; }

    public bool IsCSharp { get; }

    /// <summary>C# with everything in comments and literals blanked, letter by letter; empty for other files.</summary>
    public string Code { get; }

    /// <summary>Comments other than documentation, line by line, without their marks.</summary>
    public IReadOnlyList<(int Line, string Text)> Comments { get; }

    /// <summary>The line of a position, from 1.</summary>
    public int LineAt(int position) => Text.AsSpan(0, position).Count('\n') + 1;

    public TidyFinding Finding(int line, string message) => new(Path, line, message);

    private List<(int Line, string Text)> FeatureComments() =>
    [
        .. Lines.Index()
            .Where(line => line.Item.TrimStart().StartsWith('#'))
            .Select(line => (line.Index + 1, line.Item.TrimStart().TrimStart('#').Trim())),
    ];
}
