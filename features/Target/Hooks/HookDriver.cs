using Harness.Protocol.Client;

namespace Harness.Features.Target.Hooks;

/// <summary>How a hook is carried out. Closed: one of the nested records.</summary>
/// <param name="Path">Where it stands in the target file.</param>
public abstract record HookDriver(string Path)
{
    /// <summary>Every text with placeholders in it.</summary>
    public abstract IEnumerable<Template> Templates { get; }

    /// <summary>Whether it brings an output back.</summary>
    public abstract bool Brings(string output);

    /// <summary>An HTTP request.</summary>
    /// <param name="Path">Where it stands in the target file.</param>
    /// <param name="Method">HTTP method.</param>
    /// <param name="Url">Absolute once its placeholders are filled in; their values are escaped.</param>
    /// <param name="Headers">Names and values.</param>
    /// <param name="Body">Null for none.</param>
    /// <param name="Expect">Statuses of success; any other 4xx is a refusal, and the rest an error.</param>
    /// <param name="Outputs">What comes back, by output name.</param>
    /// <param name="Trust">Which server certificate is accepted; null for the target's own trust.</param>
    public sealed record Http(
        string Path,
        string Method,
        Template Url,
        IReadOnlyList<KeyValuePair<string, Template>> Headers,
        BodyTemplate? Body,
        IReadOnlyList<int> Expect,
        IReadOnlyDictionary<string, JsonPath> Outputs,
        ServerTrust? Trust) : HookDriver(Path)
    {
        public override IEnumerable<Template> Templates =>
            [Url, .. Headers.Select(header => header.Value), .. Body?.Templates ?? []];

        public override bool Brings(string output) => Outputs.ContainsKey(output);
    }

    /// <summary>
    /// A command without a shell. Exit code 0 is success and its standard output the JSON that outputs are taken
    /// from; 3 says that the target refused; any other is an error.
    /// </summary>
    /// <param name="Path">Where it stands in the target file.</param>
    /// <param name="Run">The program and its arguments.</param>
    /// <param name="Directory">Where it is run: the target file's directory.</param>
    /// <param name="Outputs">What comes back, by output name.</param>
    public sealed record Command(
        string Path,
        IReadOnlyList<Template> Run,
        string Directory,
        IReadOnlyDictionary<string, JsonPath> Outputs) : HookDriver(Path)
    {
        public override IEnumerable<Template> Templates => Run;

        public override bool Brings(string output) => Outputs.ContainsKey(output);
    }

    /// <summary>A person.</summary>
    /// <param name="Path">Where it stands in the target file.</param>
    /// <param name="Text">What the person is asked to do.</param>
    /// <param name="Fields">Outputs that the person is asked for.</param>
    public sealed record Prompt(string Path, Template Text, IReadOnlyList<string> Fields) : HookDriver(Path)
    {
        public override IEnumerable<Template> Templates => [Text];

        public override bool Brings(string output) => Fields.Contains(output);
    }
}
