using System.Text;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports;

/// <summary>A scenario's finding as plain text, for formats that have no place for its parts.</summary>
internal static class FailureText
{
    /// <summary>Requirements, message, expected against found, and the exchange that shows it, a line each.</summary>
    public static string Of(ScenarioResult scenario, RunView view)
    {
        var text = new StringBuilder();
        foreach (var id in scenario.Requirements)
            text.Append(id).Append(": ").AppendLine(view.Requirement(id)?.Requirement.Text ?? "not in the catalogue");
        Append(text, "Message", MessageOf(scenario));
        Append(text, "Expected", scenario.Expected);
        Append(text, "Found", scenario.Found);
        if (RunView.FailingExchange(scenario) is { } exchange)
            Append(text, $"Shown by exchange {exchange.Sequence}", OneLine(exchange));
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The message without expected and found, where these are told beside it.</summary>
    public static string? MessageOf(ScenarioResult scenario)
    {
        var ending = $": expected {scenario.Expected}, found {scenario.Found}";
        return scenario.Message is { } message && message.EndsWith(ending, StringComparison.Ordinal)
            ? message[..^ending.Length]
            : scenario.Message;
    }

    /// <summary>An exchange in one line: <c>POST /x -> 200</c>, or the fault.</summary>
    public static string OneLine(Exchange exchange)
    {
        var answer = exchange.Response is { } response ? $"{response.Status}" : exchange.Fault ?? "no answer";
        return $"{exchange.Request.Method} {exchange.Request.Url} -> {answer}";
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
            text.Append(name).Append(": ").AppendLine(value);
    }
}
