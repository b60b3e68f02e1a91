namespace Harness.Benchmarks;

/// <summary>A directory that is deleted at the end, with everything in it.</summary>
internal sealed class ScratchDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("harness-benchmarks-");

    /// <summary>Path of a file or directory in it.</summary>
    public string PathOf(string name) => Path.Combine(directory.FullName, name);

    /// <summary>Makes a directory of its own in it.</summary>
    public string Make(string name) => directory.CreateSubdirectory(name).FullName;

    public void Dispose() => directory.Delete(recursive: true);
}
