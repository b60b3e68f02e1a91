using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Harness.Reference.Testbed;

/// <summary>Reads and writes testbeds as YAML.</summary>
public static class TestbedFile
{
    /// <summary>Reads a testbed file.</summary>
    /// <exception cref="TestbedException">The file cannot be read or is ill-formed; one line for each fault, with
    /// its place, what was expected, what was found and the nearest valid word.</exception>
    public static TestbedModel Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new TestbedException([$"{path}: expected a readable testbed file: {fault.Message}"]);
        }
    }

    /// <summary>Reads a testbed from text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="source">Name of the text in messages.</param>
    /// <exception cref="TestbedException">As <see cref="Load"/>.</exception>
    public static TestbedModel Parse(string text, string source)
    {
        var faults = new YamlFaults(source);
        var root = Root(text, faults);
        var testbed = root is null ? null : faults.Map(root, "", TestbedReader.Read);
        return faults.All is [] && testbed is not null
            ? testbed
            : throw new TestbedException([.. faults.All.OrderBy(fault => fault.Line).Select(fault => $"{fault}")]);
    }

    /// <summary>Writes a testbed, such that <see cref="Parse"/> reads the same one.</summary>
    public static string Write(TestbedModel testbed) => new TestbedWriter().Write(testbed);

    private static YamlNode? Root(string text, YamlFaults faults)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            faults.Add((int)fault.Start.Line, "", "well-formed YAML", fault.InnerException?.Message ?? fault.Message);
            return null;
        }

        if (stream.Documents.Count == 1)
            return stream.Documents[0].RootNode;
        faults.Add(1, "", "one YAML document", $"{stream.Documents.Count}");
        return null;
    }
}
