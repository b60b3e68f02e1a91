using Harness.Certification.Runs;

namespace Harness.Certification.Reports;

/// <summary>Writes a run's reports into a directory.</summary>
public static class ReportWriter
{
    /// <summary>
    /// Writes the run in each of the formats and returns the paths, in the order of the formats; what scenarios have
    /// attached goes before them. The directory is made when it is missing; a file of an earlier run is replaced whole
    /// or not at all.
    /// </summary>
    /// <exception cref="ReportException">A file could not be written; says which and why.</exception>
    public static IReadOnlyList<string> WriteAll(Run run, string directory, IReadOnlyCollection<ReportFormat> formats)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(formats);
        MakeDirectory(directory);
        AttachmentFiles.WriteAll(run, directory);
        var paths = new List<string>(formats.Count);
        foreach (var format in formats)
        {
            var path = Path.Combine(directory, format.FileName);
            AtomicFile.Write(path, stream => format.Write(run, stream));
            paths.Add(path);
        }

        return paths;
    }

    /// <exception cref="ReportException">It cannot be made.</exception>
    internal static void MakeDirectory(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ReportException(
                $"Expected a directory for the reports at '{directory}', found that it cannot be made: " +
                $"{cause.Message} Choose another directory.", cause);
        }
    }
}
