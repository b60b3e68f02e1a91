using Harness.Certification.Bindings;
using Harness.Certification.Running;
using Harness.Certification.Verdicts;
using Harness.Lab.Measuring.Capture;
using Harness.Lab.Runtimes;

namespace Harness.Features.Labs;

/// <summary>Where lab scenarios run: one after the other, on one lab.</summary>
/// <param name="bench">The lab.</param>
public sealed class LabHost(ILabBench bench) : IScenarioHost
{
    public int Slots => 1;

    public Task<IScenarioScope> OpenAsync(ScenarioContext context, CancellationToken cancellation) =>
        Task.FromResult<IScenarioScope>(new LabWorld(bench, context));

    public BlameException? Explain(Exception exception) => exception is LabException or CaptureException
        ? new BlameException(Blame.Harness, exception.Message, exception)
        : null;
}
