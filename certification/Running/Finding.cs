using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Running;

/// <summary>Why a scenario did not simply pass.</summary>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Message">One sentence that a stranger understands.</param>
internal sealed record Finding(Verdict Verdict, string Message)
{
    public Blame? Blame { get; init; }

    public string? Expected { get; init; }

    public string? Found { get; init; }

    public int? Exchange { get; init; }

    /// <summary>Code did not stop when it was told to, and may still be using its slot.</summary>
    public bool Abandoned { get; init; }

    public static Finding Error(Blame blame, string message) => new(Verdict.Error, message) { Blame = blame };

    /// <summary>Judges what a step, a hook or the host threw. Whatever nobody explains is a defect of ours.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="during">What was being done, such as <c>step "Given ..."</c>.</param>
    /// <param name="host">Explains exceptions of its own kind.</param>
    /// <param name="latest">The exchange that began last.</param>
    public static Finding Of(Exception exception, string during, IScenarioHost host, int? latest) => exception switch
    {
        CheckFailedException check => new Finding(Verdict.Fail, $"{check.Message}")
        {
            Expected = check.Expected,
            Found = check.Found,
            Exchange = check.Exchange ?? latest,
        },
        SkipException skip => new Finding(Verdict.Skip, skip.Message),
        InconclusiveException undecided => new Finding(Verdict.Inconclusive, undecided.Message) { Exchange = latest },
        BlameException blamed => Blamed(blamed),
        PendingStepException => Error(Verdicts.Blame.Harness, $"Nothing is written yet for {during}"),
        _ when host.Explain(exception) is { } explained => Blamed(explained),
        _ => Error(Verdicts.Blame.Harness, $"{exception.GetType().Name} in {during}: {exception.Message}"),
    };

    private static Finding Blamed(BlameException blamed) =>
        Error(blamed.Blame, blamed.Message) with { Exchange = blamed.Exchange };
}
