namespace Harness.Tests.Certification.Linearizability;

/// <summary>A clock on which a second passes between any two looks at it.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private long _looks;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => _looks++;
}
