using Harness.Certification.Runs;

namespace Harness.Certification.Reports;

/// <summary>One line of a sequence picture.</summary>
internal abstract record SequenceRow
{
    private SequenceRow()
    {
    }

    /// <summary>From here on it is this step.</summary>
    internal sealed record OfStep(StepResult Step) : SequenceRow;

    /// <summary>A line across the picture that is no step: hooks, the clean-up, exchanges left out.</summary>
    internal sealed record Outside(string Text) : SequenceRow;

    /// <summary>A request goes out.</summary>
    internal sealed record Call(Exchange Exchange) : SequenceRow;

    /// <summary>Its reply comes back, or it is known that none will.</summary>
    internal sealed record Reply(Exchange Exchange) : SequenceRow;

    /// <summary>Something apart from HTTP.</summary>
    internal sealed record Remark(Note Note) : SequenceRow;
}
