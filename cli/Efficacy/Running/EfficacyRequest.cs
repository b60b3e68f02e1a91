namespace Harness.Cli.Efficacy.Running;

/// <summary>What <c>harness efficacy</c> was asked to do.</summary>
/// <param name="Only">Names of mutants, or requirements that they break; empty for all.</param>
/// <param name="Parallel">Mutants on trial at a time.</param>
/// <param name="Seed">Seeds all test data.</param>
/// <param name="Quick">Leave it at the scenarios of a mutant's own requirement.</param>
/// <param name="Output">Directory for the matrix; null to show it only.</param>
internal sealed record EfficacyRequest(
    IReadOnlyList<string> Only,
    int Parallel,
    int Seed,
    bool Quick,
    string? Output);
