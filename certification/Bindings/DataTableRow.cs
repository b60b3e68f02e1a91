namespace Harness.Certification.Bindings;

/// <summary>A row of a <see cref="DataTable"/>.</summary>
public sealed class DataTableRow
{
    private readonly DataTable _table;
    private readonly string[] _cells;

    internal DataTableRow(DataTable table, string[] cells)
    {
        _table = table;
        _cells = cells;
    }

    /// <summary>The cell below the column of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public string this[string column] => _cells[_table.ColumnOf(column)];

    public string this[int column] => _cells[column];

    public IReadOnlyList<string> Values => _cells;

    /// <summary>Whether there is a column of that name.</summary>
    public bool ContainsKey(string column) => _table.Header.Contains(column);
}
