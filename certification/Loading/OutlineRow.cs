using System.Text.RegularExpressions;
using Harness.Certification.Text;
using Ast = Gherkin.Ast;

namespace Harness.Certification.Loading;

/// <summary>One row of an outline's examples, which fills in placeholders such as <c>&lt;vlan&gt;</c>.</summary>
internal sealed partial class OutlineRow
{
    private readonly List<(string Name, string Value)> _cells;

    public OutlineRow(Ast.TableRow header, Ast.TableRow row) =>
        _cells = [.. header.Cells.Zip(row.Cells, (name, cell) => (name.Value, cell.Value))];

    /// <summary>The text with every placeholder that has a column filled in.</summary>
    public string Fill(string text) =>
        Placeholder().Replace(text, match => _cells
            .Where(cell => cell.Name == match.Groups[1].Value)
            .Select(cell => cell.Value)
            .FirstOrDefault(match.Value));

    /// <summary>The outline's name for this row; where it names no column, the row's values follow it.</summary>
    public string Name(string outline)
    {
        var filled = Fill(outline);
        return filled != outline
            ? filled
            : $"{outline} ({string.Join(", ", _cells.Select(cell => $"{cell.Name}: {cell.Value}"))})";
    }

    /// <summary>A message for each placeholder that has no column.</summary>
    public IEnumerable<string> UnknownIn(string text) => Placeholder().Matches(text)
        .Select(match => match.Groups[1].Value)
        .Where(name => _cells.All(cell => cell.Name != name))
        .Select(name => $"The examples have no column \"{name}\""
            + Nearest.Hint(name, _cells.Select(cell => cell.Name)));

    [GeneratedRegex("<([^<>\"']+)>")]
    private static partial Regex Placeholder();
}
