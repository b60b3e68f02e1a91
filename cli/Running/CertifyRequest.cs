using Harness.Certification.Selecting;

namespace Harness.Cli.Running;

/// <summary>What a certification was asked to do.</summary>
/// <param name="Target">Path of the target file; null for the reference.</param>
/// <param name="Selection">Which scenarios.</param>
/// <param name="Parallel">Most scenarios at a time.</param>
/// <param name="Seed">Seeds all test data.</param>
/// <param name="Output">Directory for the reports.</param>
/// <param name="Waivers">Path of a file with accepted failures; null for none.</param>
/// <param name="Display">What is shown meanwhile and at the end.</param>
internal sealed record CertifyRequest(
    string? Target,
    Selection Selection,
    int Parallel,
    int Seed,
    string Output,
    string? Waivers,
    Display Display)
{
    /// <summary>How often; more than once looks for scenarios whose verdict changes.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Whether scenarios begin in another order than that of their files, which the seed decides.</summary>
    public bool Shuffle { get; init; }

    /// <summary>One round of several: once, with a seed of its own.</summary>
    /// <param name="round">From 1.</param>
    public CertifyRequest Round(int round) => this with { Repeat = 1, Seed = Seed + round - 1 };

    /// <summary>The scenarios, in their order.</summary>
    public Selection Ordered => Shuffle ? Selection with { Shuffle = Seed } : Selection;

    /// <summary>The command line that repeats the run, fit to be pasted into a shell.</summary>
    public string Command => string.Join(' ', Words().Select(Quoted));

    private IEnumerable<string> Words()
    {
        yield return "harness";
        yield return "certify";
        if (Target is not null)
            foreach (var word in (string[])["--target", Target])
                yield return word;
        if (Selection.Tags is { } tags)
            foreach (var word in (string[])["--tags", tags])
                yield return word;
        if (Selection.Only.Count > 0)
            yield return "--only";
        foreach (var id in Selection.Only)
            yield return id;
        if (Waivers is not null)
            foreach (var word in (string[])["--waivers", Waivers])
                yield return word;
        if (Shuffle)
            yield return "--shuffle";
        foreach (var word in (string[])["--parallel", $"{Parallel}", "--seed", $"{Seed}"])
            yield return word;
    }

    /// <summary>A word as a shell takes it.</summary>
    public static string Quoted(string word) =>
        word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./@:,+=".Contains(letter))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
