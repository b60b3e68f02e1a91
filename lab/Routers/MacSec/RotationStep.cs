using Harness.Lab.Wiring;

namespace Harness.Lab.Routers.MacSec;

/// <summary>A step of a rotation. Both ends finish it before either begins the next.</summary>
public abstract record RotationStep
{
    private RotationStep()
    {
    }

    /// <summary>What it does, in words.</summary>
    public abstract string Title { get; init; }

    /// <summary>Changes, the order of which does not matter.</summary>
    /// <param name="Title">What it does, in words.</param>
    /// <param name="Changes">One for each end.</param>
    public sealed record Change(string Title, IReadOnlyList<RouterChange> Changes) : RotationStep;

    /// <summary>Waits until both ends are seen to send and to receive under the new key, and no longer under the old
    /// (MAC-13).</summary>
    /// <param name="Ends">Both ends.</param>
    /// <param name="Key">The new key.</param>
    public sealed record AwaitUse(IReadOnlyList<ChannelEnd> Ends, SecureAssociation Key) : RotationStep
    {
        /// <inheritdoc/>
        public override string Title { get; init; } = $"wait until both ends use association {Key.Number}";
    }
}
