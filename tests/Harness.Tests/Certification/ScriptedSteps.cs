using Harness.Certification.Bindings;

namespace Harness.Tests.Certification;

/// <summary>What the steps "do ..." of a test's features do.</summary>
internal sealed class Script
{
    private readonly Dictionary<string, Func<ScenarioContext, Task>> _actions = new()
    {
        ["nothing"] = _ => Task.CompletedTask,
    };

    public Func<ScenarioContext, Task> this[string word]
    {
        get => _actions[word];
        set => _actions[word] = value;
    }

    /// <summary>Defines a word by what it throws.</summary>
    public static Script Throwing(string word, Func<Exception> exception)
    {
        var script = new Script();
        script[word] = _ => throw exception();
        return script;
    }
}

/// <summary>One step for everything: runs what the script says for its word.</summary>
[Binding]
internal sealed class ScriptedSteps(ScenarioContext context, Script script)
{
    [StepDefinition("do {word}")]
    public Task Do(string word) => script[word](context);
}
