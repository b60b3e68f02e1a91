namespace Harness.Features.Target.Loading;

/// <summary>What a target file refers to outside of itself.</summary>
/// <param name="directory">What relative paths start from.</param>
/// <param name="environment">Value of an environment variable; null where it is not set.</param>
internal sealed class FileSurroundings(string directory, Func<string, string?> environment)
{
    private readonly List<Secret> secrets = [];

    /// <summary>Every secret that was read.</summary>
    public IReadOnlyList<Secret> Secrets => secrets;

    /// <summary>What relative paths start from.</summary>
    public string Directory => directory;

    public string PathOf(string path) => Path.GetFullPath(path, directory);

    /// <summary>A secret out of an environment variable; null where it is not set or empty.</summary>
    public Secret? Variable(string name) => environment(name) is { Length: > 0 } value
        ? Keep(new Secret($"environment variable {name}", value))
        : null;

    /// <summary>A secret out of a file, without the white space around it.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public Secret Content(string path) => Keep(new Secret($"file {path}", File.ReadAllText(PathOf(path)).Trim()));

    private Secret Keep(Secret secret)
    {
        secrets.Add(secret);
        return secret;
    }
}
