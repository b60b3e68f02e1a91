using System.Text;

namespace Harness.Certification.Bindings;

/// <summary>A step's data table; its first row is the header. As in Reqnroll.</summary>
public sealed class DataTable
{
    private readonly string[] _header;
    private readonly List<DataTableRow> _rows = [];

    /// <param name="header">Names of the columns, all different.</param>
    /// <exception cref="ArgumentException">A column's name appears twice.</exception>
    public DataTable(params string[] header)
    {
        if (header.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The column \"{twice.Key}\" appears twice in the table's header");
        _header = header;
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyCollection<string> Header => _header;

    /// <summary>Every row but the header.</summary>
    public IReadOnlyList<DataTableRow> Rows => _rows;

    public int RowCount => _rows.Count;

    /// <exception cref="ArgumentException">The row is longer or shorter than the header.</exception>
    public void AddRow(params string[] cells)
    {
        if (cells.Length != _header.Length)
            throw new ArgumentException($"Expected {_header.Length} cells as in the header, found {cells.Length}");
        _rows.Add(new DataTableRow(this, cells));
    }

    /// <summary>Makes an object of each row.</summary>
    public IReadOnlyList<T> CreateSet<T>(Func<DataTableRow, T> make) => [.. _rows.Select(make)];

    /// <summary>A table of two columns, name and value, as a dictionary.</summary>
    /// <exception cref="ArgumentException">There are not two columns, or a name appears twice.</exception>
    public IReadOnlyDictionary<string, string> ToDictionary()
    {
        if (_header.Length != 2)
            throw new ArgumentException($"Expected two columns, a name and a value, found {_header.Length}");
        return _rows.ToDictionary(row => row[0], row => row[1]);
    }

    /// <summary>The table as Gherkin writes it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        AppendRow(text, _header);
        foreach (var row in _rows)
            AppendRow(text.Append('\n'), row.Values);
        return text.ToString();
    }

    internal int ColumnOf(string name)
    {
        var column = Array.IndexOf(_header, name);
        return column >= 0
            ? column
            : throw new KeyNotFoundException($"Expected a column \"{name}\", found {string.Join(", ", _header)}");
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(Escape)).Append(" |");

    private static string Escape(string cell) =>
        cell.Replace(@"\", @"\\").Replace("|", @"\|").Replace("\n", @"\n");
}
