namespace Harness.Features.Target.Loading;

/// <summary>What came of reading a target file. Closed: one of the nested records.</summary>
public abstract record TargetLoad
{
    private TargetLoad()
    {
    }

    /// <summary>The file is right, as far as can be said without the target.</summary>
    public sealed record Loaded(TargetFile File) : TargetLoad;

    /// <summary>Something is wrong with it: all that was found, in the order of the lines.</summary>
    public sealed record Faulty(IReadOnlyList<TargetFault> Faults) : TargetLoad
    {
        /// <summary>One line for each fault.</summary>
        public override string ToString() => string.Join('\n', Faults);
    }
}
