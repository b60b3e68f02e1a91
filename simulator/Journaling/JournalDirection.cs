namespace Harness.Simulator.Journaling;

/// <summary>Who called whom.</summary>
public enum JournalDirection
{
    /// <summary>The target called the partner.</summary>
    FromTarget,

    /// <summary>The partner called the target.</summary>
    ToTarget,
}
