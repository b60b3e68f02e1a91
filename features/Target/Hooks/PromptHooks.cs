using System.Text.Json.Nodes;
using Harness.Certification.Verdicts;

namespace Harness.Features.Target.Hooks;

/// <summary>Carries hooks out by asking a person.</summary>
/// <param name="console">Where the person is asked.</param>
/// <param name="note">Keeps a remark for the report.</param>
/// <param name="deadline">Longest time for one answer.</param>
/// <param name="time">Measures the deadline.</param>
public sealed class PromptHooks(IOperatorConsole console, Action<string> note, TimeSpan deadline, TimeProvider time)
{
    public async Task<HookOutcome> RunAsync(HookCall call, HookDriver.Prompt driver, CancellationToken cancellation)
    {
        var text = driver.Text.Fill(call.Text);
        using var limit = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var answers = await console.AskAsync(text, driver.Fields, either.Token).WaitAsync(either.Token);
            note($"hook {call.Name}: a person was asked: {text}");
            return answers is null ? new HookOutcome.Refused(null, "the person said so") : Read(call, driver, answers);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw call.Fault(
                Blame.Operator,
                $"expected an answer within {deadline.TotalSeconds:0.###} s, found none; see timeouts.operator");
        }
    }

    private static HookOutcome.Done Read(
        HookCall call,
        HookDriver.Prompt driver,
        IReadOnlyDictionary<string, string> answers)
    {
        var outputs = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var output in call.Definition.Outputs.Where(output => driver.Fields.Contains(output.Name)))
        {
            if (answers.TryGetValue(output.Name, out var answer) && answer.Length > 0)
                outputs[output.Name] = JsonValue.Create(answer);
            else if (!output.Optional)
                throw call.Fault(Blame.Operator, $"expected an answer for {output.Name}, found none");
        }

        return new HookOutcome.Done(outputs);
    }
}
