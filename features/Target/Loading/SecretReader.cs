using Harness.Features.Target.Hooks;
using YamlDotNet.RepresentationModel;

namespace Harness.Features.Target.Loading;

/// <summary>Reads secrets, which never stand in the target file itself, and templates that hold some.</summary>
internal sealed class SecretReader(FileSurroundings surroundings)
{
    private static readonly Secret None = new("nothing", "");

    /// <summary>A mapping with either <c>tokenEnv</c> or <c>tokenFile</c>.</summary>
    public Secret? Token(YamlMap map)
    {
        var variable = map.Find("tokenEnv");
        var file = map.Find("tokenFile");
        if ((variable is null) == (file is null))
        {
            map.Faults.Add(
                map.Node, map.Path, "either tokenEnv or tokenFile", variable is null ? "neither" : "both");
            return null;
        }

        var kind = variable is null ? "file" : "env";
        var key = variable is null ? "tokenFile" : "tokenEnv";
        return Read(map.Faults, (variable ?? file)!, map.PathOf(key), kind, map.Text(key));
    }

    /// <summary>A text with placeholders; those that are no known ones are faults.</summary>
    public Template Template(YamlFaults faults, YamlNode node, string path, IReadOnlyCollection<string> placeholders)
    {
        var text = faults.Text(node, path, "a text, perhaps with placeholders") ?? "";
        var template = Hooks.Template.Parse(
            text, (kind, name) => Read(faults, node, path, kind, name) ?? None);
        foreach (var unknown in template.Placeholders.Except(placeholders))
            faults.Add(
                node,
                path,
                $"one of the placeholders {string.Join(", ", placeholders.Select(name => $"{{{name}}}"))}",
                $"{{{unknown}}}",
                YamlFaults.DidYouMean(unknown, placeholders));
        return template;
    }

    private Secret? Read(YamlFaults faults, YamlNode node, string path, string kind, string name)
    {
        if (kind == "env")
        {
            var secret = surroundings.Variable(name);
            if (secret is null)
                faults.Add(node, path, $"the environment variable {name} to be set", "none", $"set {name}");
            return secret;
        }

        try
        {
            var secret = surroundings.Content(name);
            if (secret.Reveal().Length > 0)
                return secret;
            faults.Add(node, path, $"the file {name} to hold a secret", "an empty file");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            faults.Add(node, path, $"the file {name} to be readable", cause.Message);
        }

        return null;
    }
}
