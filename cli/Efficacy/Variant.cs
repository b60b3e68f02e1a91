using Harness.Cli.Local;

namespace Harness.Cli.Efficacy;

/// <summary>A correct implementation that differs from the reference: the suite has to find no fault with it.</summary>
/// <param name="Name">In kebab case, unique.</param>
/// <param name="Difference">What is otherwise, in a line.</param>
/// <param name="Requirements">Whose scenarios see the difference.</param>
/// <param name="Alter">Makes the difference.</param>
internal sealed record Variant(
    string Name, string Difference, IReadOnlyList<string> Requirements, Alteration Alter)
{
    /// <summary>The open point on which it follows another reading; null for freedom of implementation.</summary>
    public string? Point { get; init; }

    /// <summary>That reading, as the catalogue words it.</summary>
    public string? Reading { get; init; }

    public override string ToString() => Name;
}
