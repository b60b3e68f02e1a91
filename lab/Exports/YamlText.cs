using YamlDotNet.Serialization;

namespace Harness.Lab.Exports;

/// <summary>Writes YAML.</summary>
internal static class YamlText
{
    private static readonly ISerializer _serializer = new SerializerBuilder()
        .WithQuotingNecessaryStrings()
        .WithIndentedSequences()
        .DisableAliases()
        .WithNewLine("\n")
        .Build();

    /// <summary>Writes a document.</summary>
    /// <param name="comment">Stands above it, line by line.</param>
    /// <param name="document">Mappings as dictionaries, in order; lists; texts.</param>
    public static string Of(string comment, IReadOnlyDictionary<string, object> document) =>
        string.Concat(comment.Split('\n').Select(line => $"# {line}".TrimEnd() + "\n"))
        + _serializer.Serialize(document);
}
