namespace Harness.Certification.Reports;

/// <summary>
/// A report could not be written, or a run could not be read back. The message says what was expected, what was
/// found and what to do; it is meant for the person who gave the path.
/// </summary>
public sealed class ReportException : Exception
{
    public ReportException(string message) : base(message)
    {
    }

    public ReportException(string message, Exception cause) : base(message, cause)
    {
    }
}
