namespace Harness.Features.Target.Templates;

/// <summary>Where a target file finds a token, which never stands in the file itself.</summary>
/// <param name="Kind"><c>env</c> or <c>file</c>.</param>
/// <param name="Name">Of the environment variable, or path of the file.</param>
public sealed record SecretSource(string Kind, string Name)
{
    /// <summary>As a key of the file: <c>tokenEnv: X</c>.</summary>
    public string AsKey => $"{(Kind == "env" ? "tokenEnv" : "tokenFile")}: {Name}";

    /// <summary>As a placeholder of a hook: <c>{env:X}</c>.</summary>
    public string AsPlaceholder => $"{{{Kind}:{Name}}}";

    public static SecretSource Variable(string name) => new("env", name);

    public static SecretSource File(string path) => new("file", path);
}
