using Harness.Lab.Topology.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Harness.Lab.Topology;

/// <summary>Reads topologies from YAML.</summary>
public static class TopologyFile
{
    /// <summary>Reads a topology file.</summary>
    /// <exception cref="TopologyException">It cannot be read, or no lab can be built from it.</exception>
    public static LabTopology Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new TopologyException([new TopologyFault(path, 1, "", "a readable topology file", fault.Message)]);
        }
    }

    /// <summary>Reads a topology from text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="source">What messages call it.</param>
    /// <exception cref="TopologyException">No lab can be built from it; every fault has its line.</exception>
    public static LabTopology Parse(string yaml, string source)
    {
        var faults = new List<TopologyFault>();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                var topology = new TopologyReader().Read(new YamlPart(source, root, "", faults));
                if (faults.Count == 0)
                    return topology;
            }
            else
            {
                faults.Add(new TopologyFault(source, 1, "", "one YAML mapping", "something else"));
            }
        }
        catch (YamlException wrong)
        {
            faults.Add(new TopologyFault(
                source, (int)Math.Max(1, wrong.Start.Line), "", "well-formed YAML", wrong.Message));
        }

        throw new TopologyException([.. faults.OrderBy(fault => fault.Line)]);
    }
}
