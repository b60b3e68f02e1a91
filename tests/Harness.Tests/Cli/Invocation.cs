using Harness.Cli;

namespace Harness.Tests.Cli;

/// <summary>The command line, carried out in this process.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Invocation(int ExitCode, string Output, string Error)
{
    /// <summary>Lines of standard error.</summary>
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<Invocation> RunAsync(params string[] arguments) =>
        RunAsync(arguments, new StringWriter(), CancellationToken.None);

    /// <summary>Carries out a command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="stop">Asks it to end early.</param>
    public static async Task<Invocation> RunAsync(string[] arguments, StringWriter output, CancellationToken stop)
    {
        await using var error = new StringWriter();
        using var input = new StringReader("");
        var surroundings = new Surroundings(output, error, input, TimeProvider.System) { NewSeed = () => 4711 };
        var code = await HarnessCommand.RunAsync(arguments, surroundings, stop);
        return new Invocation(code, $"{output}", $"{error}");
    }
}
