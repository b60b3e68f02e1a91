using Harness.Certification.Bindings;
using NUnit.Framework;

namespace Harness.Tests.Certification.Bindings;

[TestFixture]
public sealed class DataTableTests
{
    [Test]
    public void Cells_are_found_by_column()
    {
        var table = Table();

        Assert.That(table.Rows.Select(row => row["size"]), Is.EqualTo(["1", "2"]));
        Assert.That(table.Rows[1][0], Is.EqualTo("b"));
        Assert.That(table.Rows[0].ContainsKey("shape"), Is.False);
        Assert.That(table.CreateSet(row => row["name"] + row["size"]), Is.EqualTo(["a1", "b2"]));
        Assert.That(table.ToDictionary(), Is.EqualTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }));
    }

    [Test]
    public void A_column_that_is_not_there_is_named_with_those_that_are()
    {
        Assert.That(
            () => Table().Rows[0]["shape"],
            Throws.TypeOf<KeyNotFoundException>().With.Message.EqualTo(
                "Expected a column \"shape\", found name, size"));
    }

    [Test]
    public void A_row_of_another_length_is_refused()
    {
        Assert.That(() => Table().AddRow("one"), Throws.ArgumentException);
        Assert.That(() => new DataTable("a", "a"), Throws.ArgumentException);
        Assert.That(() => new DataTable("a").ToDictionary(), Throws.ArgumentException);
    }

    [Test]
    public void A_table_is_written_as_Gherkin_writes_it()
    {
        var table = new DataTable("a");
        table.AddRow("x|y\\z\n");

        Assert.That(table.ToString(), Is.EqualTo("| a |\n| x\\|y\\\\z\\n |"));
    }

    private static DataTable Table()
    {
        var table = new DataTable("name", "size");
        table.AddRow("a", "1");
        table.AddRow("b", "2");
        return table;
    }
}
