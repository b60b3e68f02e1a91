using Harness.Certification.Bindings;

namespace Harness.Certification.Loading;

/// <summary>A step's binding, and what it is called with.</summary>
/// <param name="Binding">The method.</param>
/// <param name="Texts">Arguments as they stand in the step's text.</param>
/// <param name="Table">The step's data table, if any.</param>
/// <param name="DocString">The step's doc string, if any.</param>
internal sealed record StepCall(
    StepBinding Binding,
    IReadOnlyList<StepText> Texts,
    DataTable? Table,
    string? DocString);
