using Harness.Features.Target;
using Harness.Features.Target.Hooks;

namespace Harness.Cli.Running;

/// <summary>Asks the person at the terminal to act at the target: one question at a time.</summary>
internal sealed class OperatorConsole(Surroundings surroundings) : IOperatorConsole, IDisposable
{
    private const string RefusedWord = "refused";

    private readonly SemaphoreSlim turn = new(1, 1);
    private Task<string?>? reading;

    /// <summary>Whether a hook of the target asks a person.</summary>
    public static bool IsNeeded(TargetFile target) => target.Hooks.Values.Any(driver => driver is HookDriver.Prompt);

    /// <summary>This one before a terminal; elsewhere nobody could answer.</summary>
    public IOperatorConsole Or() => surroundings.IsInteractive ? this : new NobodyAtTheConsole();

    public async Task<IReadOnlyDictionary<string, string>?> AskAsync(
        string text,
        IReadOnlyList<string> fields,
        CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await surroundings.Output.WriteLineAsync($"\n{text}");
            await surroundings.Output.WriteLineAsync($"(type \"{RefusedWord}\" where the target refuses it)");
            var answers = new Dictionary<string, string>();
            foreach (var field in fields)
            {
                if (await AnswerAsync(field, cancellation) is not { } answer)
                    return null;
                answers[field] = answer;
            }

            return fields.Count > 0 || await AnswerAsync("done? press Enter", cancellation) is not null
                ? answers
                : null;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    // A line cannot be taken back from a terminal: what was begun for a question that nobody answered in time is
    // the answer to the next one.
    private async Task<string?> AnswerAsync(string field, CancellationToken cancellation)
    {
        await surroundings.Output.WriteAsync($"{field}: ");
        reading ??= Task.Run(surroundings.Input.ReadLine, CancellationToken.None);
        var line = await reading.WaitAsync(cancellation);
        reading = null;
        var answer = line?.Trim();
        return answer is null || answer.Equals(RefusedWord, StringComparison.OrdinalIgnoreCase) ? null : answer;
    }
}
