namespace Harness.Features.Target;

/// <summary>Where the values of a target file stand in it.</summary>
/// <param name="source">Path of the file, as it was given.</param>
public sealed class SourceLines(string source)
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>Path of the file, as it was given.</summary>
    public string Source { get; } = source;

    /// <summary>The line, from 1, of a value such as <c>testbed.environments[0].id</c>, or of what it is in.</summary>
    public int LineOf(string path)
    {
        while (path.Length > 0)
        {
            if (lines.TryGetValue(path, out var line))
                return line;
            var cut = path.LastIndexOfAny(['.', '[']);
            path = cut < 0 ? "" : path[..cut];
        }

        return 1;
    }

    /// <summary><c>target.yaml:12</c>.</summary>
    public string Of(string path) => $"{Source}:{LineOf(path)}";

    internal void Note(string path, int line) => lines.TryAdd(path, line);
}
