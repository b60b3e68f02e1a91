using System.Reflection;
using Harness.Certification.Bindings;

namespace Harness.Certification.Loading;

/// <summary>Reads binding classes by reflection, and refuses those that could not run as their author meant.</summary>
internal sealed class BindingScanner(Problems problems)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, ParameterType> _types =
        ParameterType.BuiltIn.ToDictionary(type => type.Name);

    public BindingRegistry Scan(IReadOnlyList<Type> types)
    {
        var methods = types
            .SelectMany(type => type.GetMethods(Declared))
            .Where(HasBindingAttribute)
            .Where(IsUsable)
            .ToList();
        var transformations = methods.SelectMany(Transformations).ToList();
        return new BindingRegistry(
            [.. methods.SelectMany(Steps)],
            [.. methods.SelectMany(Hooks)],
            transformations);
    }

    private static bool HasBindingAttribute(MethodInfo method) =>
        method.GetCustomAttributes<StepAttribute>().Any()
        || method.GetCustomAttributes<HookAttribute>().Any()
        || method.GetCustomAttributes<StepArgumentTransformationAttribute>().Any();

    private bool IsUsable(MethodInfo method)
    {
        var wrong = BindingFaults.Of(method);
        if (wrong is not null)
            problems.Add(Place(method), 0, wrong);
        return wrong is null;
    }

    private IEnumerable<Transformation> Transformations(MethodInfo method)
    {
        foreach (var attribute in method.GetCustomAttributes<StepArgumentTransformationAttribute>())
        {
            var parameters = method.GetParameters();
            var takesTable = parameters.Length == 1 && parameters[0].ParameterType == typeof(DataTable);
            if (!takesTable && (parameters.Length == 0 || parameters.Any(it => it.ParameterType != typeof(string))))
            {
                problems.Add(Place(method), 0, "Expected a transformation to take strings, or one DataTable");
                continue;
            }

            var result = BindingFaults.Unwrapped(method.ReturnType);
            var transformation = new Transformation(method, result, attribute.Expression, takesTable);
            if (attribute.Name is { } name)
                Define(method, name, transformation);
            yield return transformation;
        }
    }

    private void Define(MethodInfo method, string name, Transformation transformation)
    {
        var type = new ParameterType(name, transformation.Expression ?? ".*", transformation);
        if (!_types.TryAdd(name, type))
            problems.Add(Place(method), 0, $"There is already a parameter type \"{name}\": choose another name");
    }

    private IEnumerable<StepBinding> Steps(MethodInfo method)
    {
        foreach (var attribute in method.GetCustomAttributes<StepAttribute>())
        {
            if (Compile(method, attribute.Expression) is { } pattern)
                yield return new StepBinding(method, KindOf(attribute), pattern);
        }
    }

    private StepPattern? Compile(MethodInfo method, string expression)
    {
        try
        {
            return StepPattern.Compile(expression, _types);
        }
        catch (ExpressionException wrong)
        {
            problems.Add(Place(method), 0, $"In \"{expression}\": {wrong.Message}");
            return null;
        }
    }

    private static StepKind? KindOf(StepAttribute attribute) => attribute switch
    {
        GivenAttribute => StepKind.Given,
        WhenAttribute => StepKind.When,
        ThenAttribute => StepKind.Then,
        _ => null,
    };

    private static IEnumerable<HookBinding> Hooks(MethodInfo method) => method
        .GetCustomAttributes<HookAttribute>()
        .Select(it => new HookBinding(method, HookBinding.MomentOf(it), it.Tags, it.Order));

    private static string Place(MethodInfo method) => $"{method.DeclaringType?.Name}.{method.Name}";
}
