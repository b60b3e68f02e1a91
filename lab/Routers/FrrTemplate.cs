using System.Text.RegularExpressions;

namespace Harness.Lab.Routers;

/// <summary>
/// A template of <c>lab/Routers/Templates</c>. A placeholder is a name in braces; a line with a placeholder that has no
/// value is left out, and one that stands alone on its line takes several lines.
/// </summary>
internal static partial class FrrTemplate
{
    /// <summary>Fills in a template.</summary>
    /// <param name="name">File name without its ending.</param>
    /// <param name="values">A value for every placeholder.</param>
    /// <returns>The lines, without those that are only comments.</returns>
    public static IReadOnlyList<RouterLine> Lines(string name, params (string Name, object? Value)[] values)
    {
        var lines = new List<RouterLine>();
        foreach (var line in Text(name).Split('\n').Where(line => line.Length > 0 && line[0] != '!'))
        {
            var wanted = Placeholder().Matches(line).Select(match => Value(match, values, name)).ToArray();
            if (wanted is [IEnumerable<RouterLine> several])
                lines.AddRange(several);
            else if (!wanted.Contains(null))
                lines.Add(new RouterLine(
                    Fill(line, values, value => value.Text), Fill(line, values, value => value.Shown)));
        }

        return lines;
    }

    /// <summary>A value that is shown to nobody.</summary>
    public static RouterLine? Secret(string? value) => value is null ? null : new RouterLine(value, RouterLine.Hidden);

    private static object? Value(Match match, (string Name, object? Value)[] values, string template)
    {
        foreach (var (name, value) in values)
        {
            if (name == match.Groups[1].Value)
                return value;
        }

        throw new InvalidOperationException($"{template}.conf has {match.Value}, which nothing is given for.");
    }

    private static string Fill(
        string line, (string Name, object? Value)[] values, Func<RouterLine, string> of) =>
        Placeholder().Replace(line, match => Value(match, values, line) switch
        {
            RouterLine value => of(value),
            var value => $"{value}",
        });

    private static string Text(string name)
    {
        using var stream = typeof(FrrTemplate).Assembly.GetManifestResourceStream($"Routers/Templates/{name}.conf")
            ?? throw new InvalidOperationException($"There is no template {name}.conf.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
