using Harness.Certification.Loading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Harness.Certification.Yaml;

/// <summary>Opens a YAML file as a mapping whose every error says its line.</summary>
internal static class YamlReader
{
    /// <summary>The file's one mapping, or null where an error was reported.</summary>
    public static YamlMapping? Root(string file, string yaml, Problems problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlMapping(file, root, problems);
            problems.Add(file, 1, "Expected one YAML document that is a mapping");
        }
        catch (YamlException wrong)
        {
            problems.Add(file, (int)wrong.Start.Line, $"Not YAML: {wrong.Message}");
        }

        return null;
    }
}
