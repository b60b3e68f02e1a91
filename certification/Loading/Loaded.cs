namespace Harness.Certification.Loading;

/// <summary>What came of reading an input: the thing itself, or everything that is wrong with it.</summary>
public abstract record Loaded<T>
{
    private Loaded()
    {
    }

    /// <summary>It can be used.</summary>
    public sealed record Ready(T Value) : Loaded<T>;

    /// <summary>It cannot; never empty.</summary>
    public sealed record Refused(IReadOnlyList<LoadError> Errors) : Loaded<T>;

    internal static Loaded<T> From(Func<T> value, IReadOnlyList<LoadError> errors) =>
        errors.Count == 0 ? new Ready(value()) : new Refused(errors);
}
