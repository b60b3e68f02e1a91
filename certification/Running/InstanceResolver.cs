namespace Harness.Certification.Running;

/// <summary>
/// Finds or makes the objects of one scenario: what the engine and the host provide, and classes made on demand,
/// one instance of each, by their one public constructor.
/// </summary>
internal sealed class InstanceResolver(IReadOnlyList<object> provided)
{
    private readonly Dictionary<Type, object> _made = [];
    private readonly List<object> _inOrder = [];
    private readonly List<Type> _making = [];

    /// <exception cref="InvalidOperationException">Nobody provides it, and it cannot be made.</exception>
    public object Get(Type type)
    {
        if (_made.TryGetValue(type, out var known))
            return known;
        return provided.Where(type.IsInstanceOfType).ToList() switch
        {
            [var one] => one,
            [] => Make(type),
            var many => throw new InvalidOperationException(
                $"Expected one {type.Name}, found {string.Join(", ", many.Select(it => it.GetType().Name))}"),
        };
    }

    /// <summary>What has to be disposed, latest made first.</summary>
    public IReadOnlyList<object> Disposables =>
        [.. _inOrder.Where(made => made is IDisposable or IAsyncDisposable).Reverse()];

    private object Make(Type type)
    {
        if (_making.Contains(type))
            throw new InvalidOperationException(
                $"{string.Join(" asks for ", _making.Append(type).Select(it => it.Name))}: nothing can be made first");
        var isOurs = type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true;
        if (!type.IsClass || type.IsAbstract || !isOurs || type.GetConstructors() is not [var constructor])
            throw new InvalidOperationException(
                $"Nobody provides a {type.Name}{For()}, and it is no class with one public constructor");
        _making.Add(type);
        var arguments = constructor.GetParameters().Select(parameter => Get(parameter.ParameterType)).ToArray();
        var made = constructor.Invoke(System.Reflection.BindingFlags.DoNotWrapExceptions, null, arguments, null);
        _making.Remove(type);
        _made.Add(type, made);
        _inOrder.Add(made);
        return made;
    }

    private string For() => _making.Count > 0 ? $" for {_making[^1].Name}" : "";
}
