using Harness.Cli.Local;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>Alterations of the store's schema.</summary>
internal static class Schema
{
    // The migration that makes the tables which triggers speak of.
    private const string Tables = "CREATE TABLE connections (";

    /// <summary>Something that the database does on its own after a change.</summary>
    /// <param name="change">Such as <c>DELETE ON connections</c>.</param>
    /// <param name="statement">What it does then; OLD and NEW are the row.</param>
    public static Alteration After(string change, string statement) => Alter.Sql(sql =>
        sql.Contains(Tables, StringComparison.Ordinal)
            ? $"{sql}\nCREATE TRIGGER mutant AFTER {change} BEGIN {statement}; END;"
            : sql);
}
