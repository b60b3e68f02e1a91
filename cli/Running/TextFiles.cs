namespace Harness.Cli.Running;

/// <summary>Reads the files that a command is given.</summary>
internal static class TextFiles
{
    /// <summary>The text of a file.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="what">What it should be, for the message.</param>
    /// <exception cref="CannotRunException">It cannot be read.</exception>
    public static string Read(string path, string what)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException($"{path}: expected {what}, found: {cause.Message}");
        }
    }
}
