using Harness.Certification.Bindings;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Running;

/// <summary>Where scenarios run: the one place that knows the API under test.</summary>
public interface IScenarioHost
{
    /// <summary>How many isolated environments there are; so many scenarios run at a time, at most.</summary>
    int Slots { get; }

    /// <summary>
    /// Opens the world of one scenario on the slot that its context names. May throw <see cref="SkipException"/>
    /// or <see cref="BlameException"/>.
    /// </summary>
    Task<IScenarioScope> OpenAsync(ScenarioContext context, CancellationToken cancellation);

    /// <summary>Says whose doing an exception of the host's own kind is; null for one it does not know.</summary>
    BlameException? Explain(Exception exception) => null;
}
