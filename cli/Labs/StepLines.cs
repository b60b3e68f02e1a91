using System.Globalization;
using Harness.Lab.Runtimes;

namespace Harness.Cli.Labs;

/// <summary>Tells the steps of a lab that comes up, one line each.</summary>
internal sealed class StepLines(TextWriter writer) : IProgress<LabProgress>
{
    public void Report(LabProgress value) => writer.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{value.Elapsed.TotalSeconds,6:0.0} s  {value.Step}"));
}
