using Harness.Certification.Text;
using Harness.Cli.Running;
using Harness.Features.Scripts;
using Harness.Protocol.Names;
using Harness.Simulator.Scripts;

namespace Harness.Cli.Simulating;

/// <summary>Finds and reads scripts, from files and from the library.</summary>
internal static class Scripts
{
    private const string WellBehaved = "well-behaved";

    /// <summary>Reads a script.</summary>
    /// <param name="given">A file, or a name of the library; null for the well-behaved partner.</param>
    /// <param name="target">Whose prefix the partner serves.</param>
    /// <exception cref="CannotRunException">There is none, or something is wrong with it.</exception>
    public static Script Load(string? given, ProviderName target)
    {
        var name = given ?? WellBehaved;
        var text = ScriptLibrary.Find(name);
        return Read(text ?? FromFile(name), text is null ? name : $"{name}.yaml", target);
    }

    /// <summary>Reads the text of a script.</summary>
    /// <exception cref="CannotRunException">Something is wrong with it.</exception>
    public static Script Read(string yaml, string source, ProviderName target)
    {
        var (script, faults) = ScriptReader.Read(yaml, source, target);
        return script ?? throw new CannotRunException([.. faults.Select(fault => $"{fault}")]);
    }

    /// <summary>The text of a script of the library.</summary>
    /// <exception cref="CannotRunException">There is none of that name.</exception>
    public static string OfLibrary(string name) => ScriptLibrary.Find(name) ?? throw Unknown("--show", name);

    /// <summary>Values of parameters, from <c>NAME=VALUE</c> and <c>NAME=@FILE</c>.</summary>
    /// <exception cref="CannotRunException">One is of another form.</exception>
    public static Dictionary<string, string> Values(IReadOnlyList<string> given)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            // The value may be a secret: a message shows the name alone.
            if (text.Split('=', 2) is not [{ Length: > 0 } name, var value])
                throw new CannotRunException("--set: expected NAME=VALUE or NAME=@FILE, found no = in it");
            values[name] = value is ['@', .. var path]
                ? TextFiles.Read(path, $"the value of {name}").Trim()
                : value;
        }

        return values;
    }

    private static string FromFile(string path) => path.Contains('.', StringComparison.Ordinal) || File.Exists(path)
        ? TextFiles.Read(path, "a script")
        : throw Unknown("--script", path);

    private static CannotRunException Unknown(string option, string name) => new(
        $"{option}: expected a script of the library ({string.Join(", ", ScriptLibrary.Names)})"
        + (option == "--script" ? " or a file" : "") + $", found {name}{Nearest.Hint(name, ScriptLibrary.Names)}");
}
