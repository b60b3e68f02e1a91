using System.Security.Cryptography;

namespace Harness.Cli;

/// <summary>What a command has around it. Tests put their own in its place.</summary>
/// <param name="Output">Standard output: results.</param>
/// <param name="Error">Standard error: progress that is not a result, and what is wrong.</param>
/// <param name="Input">Standard input: a person's answers.</param>
/// <param name="Time">Real time.</param>
public sealed record Surroundings(TextWriter Output, TextWriter Error, TextReader Input, TimeProvider Time)
{
    private const int MostSeed = 1_000_000_000;

    /// <summary>Somebody watches a terminal that can be drawn on, and can answer.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Value of an environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>A seed for a run that was given none.</summary>
    public Func<int> NewSeed { get; init; } = () => RandomNumberGenerator.GetInt32(1, MostSeed);

    /// <summary>Those of this process.</summary>
    public static Surroundings OfThisProcess() => new(Console.Out, Console.Error, Console.In, TimeProvider.System)
    {
        IsInteractive = IsTerminal(),
        Variable = Environment.GetEnvironmentVariable,
    };

    // Services of continuous integration may offer a terminal, but nobody sits before it.
    private static bool IsTerminal() =>
        !Console.IsOutputRedirected
        && !Console.IsErrorRedirected
        && !Console.IsInputRedirected
        && Environment.GetEnvironmentVariable("CI") is null or ""
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";
}
