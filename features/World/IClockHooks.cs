using Harness.Features.Target;

namespace Harness.Features.World;

/// <summary>The target's clock, however the target file drives it.</summary>
public interface IClockHooks
{
    /// <summary>How hours pass.</summary>
    TimeMode Mode { get; }

    /// <summary>How long an activation key is valid (KEY-15); null where the target file does not say.</summary>
    TimeSpan? KeyLifetime { get; }

    /// <summary>Reads the target's clock, in any mode.</summary>
    Task<DateTimeOffset> Now();

    /// <summary>Moves the target's clock on; asked for in controlled mode only.</summary>
    /// <param name="by">A whole number of seconds, more than none.</param>
    Task Advance(TimeSpan by);
}
