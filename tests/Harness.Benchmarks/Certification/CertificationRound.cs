using Harness.Certification.Runs;

namespace Harness.Benchmarks.Certification;

/// <summary>One certification and its floor.</summary>
/// <param name="Verdict">What it came to.</param>
/// <param name="Command">The whole command: the suite's loading, the reference's start, all reports.</param>
/// <param name="Scenarios">From the first scenario to the last.</param>
/// <param name="Floor">The same requests alone.</param>
/// <param name="Requests">How many those are.</param>
/// <param name="PeakBytes">Most memory that the process has held until the command's end.</param>
internal sealed record CertificationRound(
    RunVerdict Verdict, TimeSpan Command, TimeSpan Scenarios, TimeSpan Floor, int Requests, long PeakBytes)
{
    /// <summary>The whole command in floors.</summary>
    public double Ratio => Command / Floor;
}
