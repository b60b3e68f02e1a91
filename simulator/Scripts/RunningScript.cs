using Harness.Simulator.Calling;

namespace Harness.Simulator.Scripts;

/// <summary>A script in force on a partner; what it bends is straight again when it is disposed of.</summary>
public sealed class RunningScript : IDisposable
{
    private readonly Stack<IDisposable> undo = new();
    private readonly Partner partner;

    private RunningScript(Partner partner, Script script)
    {
        this.partner = partner;
        Script = script;
    }

    /// <summary>What was started.</summary>
    public Script Script { get; }

    /// <summary>Puts a script's rules in force; its calls wait for <see cref="StartAsync"/>.</summary>
    /// <param name="partner">Whom it bends.</param>
    /// <param name="script">What bends it.</param>
    /// <param name="values">Values of its parameters.</param>
    /// <exception cref="ScriptFaultException">A parameter has no value, or the target is not known.</exception>
    public static RunningScript On(Partner partner, Script script, IReadOnlyDictionary<string, string> values)
    {
        if (values.Keys.FirstOrDefault(name => !script.Parameters.ContainsKey(name)) is { } unknown)
            throw new ScriptFaultException(
                $"expected a parameter of the script {script.Name} ({Names(script.Parameters.Keys)}), found {unknown}");
        var all = script.Parameters.ToDictionary(
            parameter => parameter.Key,
            parameter => values.GetValueOrDefault(parameter.Key) ?? parameter.Value
                ?? throw new ScriptFaultException(
                    $"expected a value for the script's parameter {parameter.Key}, found none"));
        if (script.CallsTarget && !partner.Calls.IsConnected)
            throw new ScriptFaultException($"expected a target for the calls of {script.Name}, found none");
        partner.Calls.Set(new Placeholders(all));
        var running = new RunningScript(partner, script);

        // Behaviours are asked from the last to the first, and rules are read from the first to the last.
        foreach (var rule in script.Rules.Reverse())
            running.undo.Push(partner.Behaviours.On(
                rule.Operation, rule.Resource, rule.Answer(partner.Gates), rule.Occasions));
        return running;
    }

    /// <summary>Makes the calls that nobody asked for.</summary>
    public Task StartAsync() =>
        Script.Start.Count == 0 ? Task.CompletedTask : partner.Calls.SendAsync(Script.Start);

    public void Dispose()
    {
        while (undo.TryPop(out var step))
            step.Dispose();
    }

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Order()) is { Length: > 0 } list ? list : "it has none";
}
