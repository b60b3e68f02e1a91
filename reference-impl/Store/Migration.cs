using System.Reflection;

namespace Harness.Reference.Store;

/// <summary>One step of the schema, numbered from 1 without gaps.</summary>
/// <param name="Version">Version that the schema has after this step.</param>
/// <param name="Name">What the step adds.</param>
/// <param name="Sql">Statements of the step, run in one transaction.</param>
public sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>The <c>NNNN_name.sql</c> resources below <paramref name="folder"/>, in order.</summary>
    public static IReadOnlyList<Migration> Embedded(string folder)
    {
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder + ".", StringComparison.Ordinal))
                .Select(name => Read(assembly, name, name[(folder.Length + 1)..^".sql".Length]))
                .OrderBy(migration => migration.Version),
        ];
    }

    private static Migration Read(Assembly assembly, string resource, string file)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the resource {resource} is missing");
        using var reader = new StreamReader(stream);
        var (number, name) = (file[..4], file[5..]);
        return new Migration(int.Parse(number), name, reader.ReadToEnd());
    }
}
