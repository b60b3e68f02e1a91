using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Harness.Features.Target.Loading;

/// <summary>Reads a text that is one YAML mapping; everything wrong with it is found in one look.</summary>
internal static class WholeYaml
{
    /// <param name="yaml">The text.</param>
    /// <param name="source">What messages call the file.</param>
    /// <param name="read">Reads the mapping; where it asks for a key the key is known.</param>
    /// <returns>What was read, where nothing is wrong; else all faults, by line.</returns>
    public static (T? Value, IReadOnlyList<TargetFault> Faults) Read<T>(
        string yaml, string source, Func<YamlMap, SourceLines, T?> read)
        where T : class
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException wrong)
        {
            return (null, [new TargetFault(
                source, (int)Math.Max(1, wrong.Start.Line), "", "well-formed YAML", wrong.Message)]);
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
            return (null, [new TargetFault(source, 1, "", "one YAML mapping", "something else")]);
        var lines = new SourceLines(source);
        var faults = new YamlFaults(lines);
        var value = faults.Map(root, "", map => read(map, lines));
        return faults.All.Count > 0 ? (null, faults.All) : (value, []);
    }
}
