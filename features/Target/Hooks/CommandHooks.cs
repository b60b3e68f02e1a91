using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Certification.Verdicts;

namespace Harness.Features.Target.Hooks;

/// <summary>Carries hooks out as commands.</summary>
/// <param name="note">Keeps a remark for the report.</param>
/// <param name="deadline">Longest time for one command; then it is ended with all its children.</param>
/// <param name="time">Measures the deadline.</param>
public sealed class CommandHooks(Action<string> note, TimeSpan deadline, TimeProvider time)
{
    /// <summary>Exit code by which a command says that the target refused.</summary>
    public const int RefusedExitCode = 3;

    private const int MostOutput = 16 * 1024 * 1024;
    private const int LongestReason = 300;

    public async Task<HookOutcome> RunAsync(HookCall call, HookDriver.Command driver, CancellationToken cancellation)
    {
        var program = driver.Run[0].Fill(call.Text);
        using var limit = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = Start(call, driver, program);
        try
        {
            var output = ReadAsync(process.StandardOutput, either.Token);
            var errors = ReadAsync(process.StandardError, either.Token);
            await process.WaitForExitAsync(either.Token);
            return Judge(call, driver, process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw call.Fault(
                Blame.Operator,
                $"expected {program} to end within {deadline.TotalSeconds:0.###} s, found it still running");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(HookCall call, HookDriver.Command driver, string program)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = driver.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in driver.Run.Skip(1))
            start.ArgumentList.Add(argument.Fill(call.Text));
        try
        {
            var process = Process.Start(start)
                ?? throw call.Fault(Blame.Config, $"expected {program} to start, found nothing started");
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception cause)
        {
            throw call.Fault(Blame.Config, $"expected {program} to start, found: {cause.Message}", cause);
        }
    }

    // Reads to the end, so that the command is not held up, and keeps the beginning.
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellation)
    {
        var text = new System.Text.StringBuilder();
        var buffer = new char[8192];
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellation)) > 0)
            if (text.Length < MostOutput)
                text.Append(buffer, 0, count);
        return text.ToString();
    }

    private static string Short(string text) =>
        text.Trim() is { Length: > LongestReason } much ? much[..LongestReason] : text.Trim();

    private HookOutcome Judge(HookCall call, HookDriver.Command driver, int exitCode, string output, string errors)
    {
        note($"hook {call.Name}: {driver.Run[0]} ended with exit code {exitCode}");
        return exitCode switch
        {
            0 => call.Read(driver.Outputs.Count == 0 ? null : Parse(call, driver, output), driver.Outputs),
            RefusedExitCode => new HookOutcome.Refused(null, Short(errors.Length > 0 ? errors : output)),
            _ => throw call.Fault(
                Blame.Operator,
                $"expected exit code 0 (done) or {RefusedExitCode} (refused), found {exitCode}: {Short(errors)}"),
        };
    }

    private static JsonNode? Parse(HookCall call, HookDriver.Command driver, string output)
    {
        try
        {
            return JsonNode.Parse(output);
        }
        catch (JsonException) when (driver.Outputs.Values.All(path => path.IsWhole))
        {
            return JsonValue.Create(output);
        }
        catch (JsonException cause)
        {
            // The output is not shown: it may hold an activation key (SEC-05).
            throw call.Fault(
                Blame.Config,
                $"expected JSON on standard output, found {output.Length} characters that are none",
                cause);
        }
    }
}
