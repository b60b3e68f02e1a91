using Harness.Certification.Runs;

namespace Harness.Certification.Reports;

/// <summary>Writes what scenarios have attached into a directory of their own.</summary>
public static class AttachmentFiles
{
    /// <summary>The directory, below that of the reports.</summary>
    public const string DirectoryName = "attachments";

    /// <summary>Writes every attachment whose content the run holds.</summary>
    /// <param name="run">The run; one that was read from a file holds none.</param>
    /// <param name="output">Directory of its reports.</param>
    /// <returns>Their paths, in the order of the run.</returns>
    /// <exception cref="ReportException">A file could not be written, or its name is not plain.</exception>
    public static IReadOnlyList<string> WriteAll(Run run, string output)
    {
        var paths = new List<string>();
        foreach (var attachment in Of(run))
        {
            if (attachment.Content is not { } content)
                continue;
            var path = PathOf(attachment, output);
            ReportWriter.MakeDirectory(Path.Combine(output, DirectoryName));
            AtomicFile.Write(path, stream => stream.Write(content.Span));
            paths.Add(path);
        }

        return paths;
    }

    /// <summary>Copies what lies beside a recorded run to reports elsewhere; what is not there is left out.</summary>
    /// <param name="run">The run, as it was read.</param>
    /// <param name="from">Directory of the recorded run.</param>
    /// <param name="output">Directory of the reports.</param>
    /// <exception cref="ReportException">A file could not be written.</exception>
    public static void CopyAll(Run run, string from, string output)
    {
        if (Path.GetFullPath(from) == Path.GetFullPath(output))
            return;
        foreach (var attachment in Of(run).Where(it => Link(it) is not null))
        {
            var source = PathOf(attachment, from);
            if (!File.Exists(source))
                continue;
            ReportWriter.MakeDirectory(Path.Combine(output, DirectoryName));
            AtomicFile.Write(PathOf(attachment, output), stream =>
            {
                using var file = File.OpenRead(source);
                file.CopyTo(stream);
            });
        }
    }

    /// <summary>
    /// Where it lies, seen from a report; null where its name is not plain: a run.json from anywhere must not make a
    /// link to somewhere else.
    /// </summary>
    internal static string? Link(Attachment attachment) =>
        PlainName.Is(attachment.FileName) ? $"{DirectoryName}/{attachment.FileName}" : null;

    private static IEnumerable<Attachment> Of(Run run) => run.Scenarios.SelectMany(scenario => scenario.Attachments);

    private static string PathOf(Attachment attachment, string output) => PlainName.Is(attachment.FileName)
        ? Path.Combine(output, DirectoryName, attachment.FileName)
        : throw new ReportException(
            $"Expected an attachment to be named by lower-case letters, digits, hyphens and full stops, found "
            + $"'{PlainText.Visible(attachment.FileName)}'.");
}
