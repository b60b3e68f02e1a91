namespace Harness.Cli.Running;

/// <summary>Where the reports go.</summary>
internal static class OutputDirectory
{
    /// <summary>Makes it where it is missing: better to learn before a long run that it cannot be.</summary>
    /// <exception cref="CannotRunException">It cannot be made.</exception>
    public static void Demand(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException(
                $"--output: expected a directory for the reports at {path}, found: {cause.Message}");
        }
    }
}
