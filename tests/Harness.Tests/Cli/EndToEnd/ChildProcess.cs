using System.Diagnostics;
using Harness.Cli;

namespace Harness.Tests.Cli.EndToEnd;

/// <summary>The command <c>harness</c> in a process of its own.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> error;

    private ChildProcess(Process process)
    {
        this.process = process;
        error = process.StandardError.ReadToEndAsync();
    }

    public static ChildProcess Start(string directory, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments.Prepend(typeof(HarnessCommand).Assembly.Location))
            start.ArgumentList.Add(argument);
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Reads standard output up to the line that begins with some words.</summary>
    public async Task<string> ReadUntilAsync(string words)
    {
        using var deadline = new CancellationTokenSource(Deadline, TimeProvider.System);
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            if (line.StartsWith(words, StringComparison.Ordinal))
                return line;
        throw new InvalidOperationException($"expected a line \"{words}...\", found the end: {await error}");
    }

    /// <summary>Waits for the end.</summary>
    public async Task<Invocation> EndAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline, TimeProvider.System);
        var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return new Invocation(process.ExitCode, output, await error);
    }

    /// <summary>Sends SIGTERM.</summary>
    public async Task AskToStopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Kills it, and nothing that it started.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
