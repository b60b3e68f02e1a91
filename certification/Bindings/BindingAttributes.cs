namespace Harness.Certification.Bindings;

/// <summary>Marks a class whose methods are steps, hooks or argument transformations. As in Reqnroll.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BindingAttribute : Attribute;

/// <summary>What the four step attributes have in common.</summary>
/// <param name="expression">A Cucumber expression, or a regular expression between ^ and $.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class StepAttribute(string expression) : Attribute
{
    public string Expression { get; } = expression;
}

/// <summary>A step of the context.</summary>
public sealed class GivenAttribute(string expression) : StepAttribute(expression);

/// <summary>A step of the action.</summary>
public sealed class WhenAttribute(string expression) : StepAttribute(expression);

/// <summary>A step of the outcome.</summary>
public sealed class ThenAttribute(string expression) : StepAttribute(expression);

/// <summary>A step of any kind.</summary>
public sealed class StepDefinitionAttribute(string expression) : StepAttribute(expression);

/// <summary>Turns matched text or a table into a step's parameter type.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StepArgumentTransformationAttribute(string? expression = null) : Attribute
{
    /// <summary>Regular expression of the text that it takes; null for any text of the parameter's type.</summary>
    public string? Expression { get; } = expression;

    /// <summary>Name of the Cucumber parameter type that it defines, such as <c>mbps</c>.</summary>
    public string? Name { get; init; }
}

/// <summary>What the hooks have in common.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class HookAttribute(params string[] tags) : Attribute
{
    /// <summary>Tags without @, one of which the scenario has to carry; empty for every scenario.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;

    /// <summary>Lower runs earlier.</summary>
    public int Order { get; init; } = 10_000;
}

/// <summary>Runs before a scenario's first step.</summary>
public sealed class BeforeScenarioAttribute(params string[] tags) : HookAttribute(tags);

/// <summary>Runs after a scenario's last step, whatever came of it.</summary>
public sealed class AfterScenarioAttribute(params string[] tags) : HookAttribute(tags);

/// <summary>Runs before every step.</summary>
public sealed class BeforeStepAttribute(params string[] tags) : HookAttribute(tags);

/// <summary>Runs after every step that was run.</summary>
public sealed class AfterStepAttribute(params string[] tags) : HookAttribute(tags);
