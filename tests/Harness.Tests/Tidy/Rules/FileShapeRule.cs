namespace Harness.Tests.Tidy.Rules;

/// <summary>A file is short, its lines fit beside another file, and its whitespace makes no noise in a diff.</summary>
internal sealed class FileShapeRule : ITidyRule
{
    public const int MostLines = 300;
    public const int MostColumns = 120;

    public IEnumerable<TidyFinding> Check(SourceFile file)
    {
        var count = file.Lines[^1].Length == 0 ? file.Lines.Count - 1 : file.Lines.Count;
        if (count > MostLines)
            yield return file.Finding(MostLines + 1, $"{count} lines, at most {MostLines}: take a concept out of it");
        if (file.Text.Length > 0 && file.Lines[^1].Length > 0)
            yield return file.Finding(file.Lines.Count, "no line end at the end of the file");
        foreach (var (index, line) in file.Lines.Index())
        {
            if (line.Length > MostColumns)
                yield return file.Finding(index + 1, $"{line.Length} columns, at most {MostColumns}: break the line");
            if (line.Contains('\t'))
                yield return file.Finding(index + 1, "a tab: indent with spaces");
            if (line.Contains('\r'))
                yield return file.Finding(index + 1, "a carriage return: lines end with LF alone");
            if (line.Length > 0 && line[^1] == ' ')
                yield return file.Finding(index + 1, "blanks at the end of the line");
        }
    }
}
