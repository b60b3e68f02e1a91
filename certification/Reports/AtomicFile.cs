namespace Harness.Certification.Reports;

/// <summary>A file that appears whole or not at all: a reader, or a second run, never sees half of one.</summary>
public static class AtomicFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes beside the path, then renames over it. On any failure the path is left as it was.</summary>
    /// <exception cref="ReportException">The file system refused; says where and why.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);

        // The process id keeps two runs into one directory from writing into each other's half-made file.
        var temporary = $"{path}.{System.Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(
                temporary, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ReportException(
                $"Expected to write '{path}', found that it cannot be: {cause.Message} " +
                "Mend the permissions or the free space, or choose another directory.", cause);
        }
        finally
        {
            // Gone after the rename; still there when the writing failed.
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }
}
