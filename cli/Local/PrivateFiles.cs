using System.Text;

namespace Harness.Cli.Local;

/// <summary>Writes files that only their owner may read, in a directory that only its owner may enter.</summary>
internal sealed class PrivateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="directory">Is made where it is missing.</param>
    /// <exception cref="CannotRunException">It cannot be made.</exception>
    public PrivateFiles(string directory)
    {
        Directory = Path.GetFullPath(directory);
        Try(() =>
        {
            if (OperatingSystem.IsWindows())
                System.IO.Directory.CreateDirectory(Directory);
            else
                System.IO.Directory.CreateDirectory(Directory, OwnerOnly | UnixFileMode.UserExecute);
        });
    }

    /// <summary>The directory, as a whole path.</summary>
    public string Directory { get; }

    /// <summary>Path of a file in it.</summary>
    public string PathOf(string name) => Path.Combine(Directory, name);

    /// <summary>Writes a file in place of one that may be there.</summary>
    /// <exception cref="CannotRunException">It cannot be written.</exception>
    public void Write(string name, string text) => Try(() =>
    {
        using var writer = Open(name);
        writer.Write(text);
    });

    /// <summary>Opens a file for lines as they come, each written through, in place of one that may be there.</summary>
    /// <exception cref="CannotRunException">It cannot be written.</exception>
    public StreamWriter Log(string name)
    {
        StreamWriter? writer = null;
        Try(() => writer = Open(name));
        writer!.AutoFlush = true;
        return writer;
    }

    // The mode is set when a file is made: one that was there with a wider mode is replaced, not written into.
    private StreamWriter Open(string name)
    {
        var path = PathOf(name);
        File.Delete(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options);
    }

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException($"{Directory}: expected a directory to write into, found: {cause.Message}");
        }
    }
}
