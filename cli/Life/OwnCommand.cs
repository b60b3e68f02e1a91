using System.Diagnostics;

namespace Harness.Cli.Life;

/// <summary>This very command in another process, which ends with this one: it stops when its input ends.</summary>
internal static class OwnCommand
{
    /// <summary>Starts it with standard input, output and error as pipes.</summary>
    /// <param name="arguments">Without the program's own name.</param>
    /// <exception cref="CannotRunException">The <c>dotnet</c> command cannot be started.</exception>
    public static Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments.Prepend(typeof(OwnCommand).Assembly.Location))
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw new CannotRunException($"expected the command dotnet, found: {cause.Message}; put it on the PATH");
        }
    }
}
