namespace Harness.Reference.Errors;

/// <summary>What became of an operation: it was accepted, or it was refused.</summary>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    /// <summary>It was carried out.</summary>
    public sealed record Accepted(T Value) : Outcome<T>;

    /// <summary>It was not, and nothing of it is kept.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    public static implicit operator Outcome<T>(T value) => new Accepted(value);

    public static implicit operator Outcome<T>(Refusal refusal) => new Refused(refusal);

    /// <summary>The outcome with its value turned into another; a refusal stays as it is.</summary>
    public Outcome<TOther> Then<TOther>(Func<T, TOther> turn) => this switch
    {
        Accepted accepted => turn(accepted.Value),
        Refused refused => refused.Refusal,
        _ => throw new InvalidOperationException("an outcome is either accepted or refused"),
    };
}
