using Harness.Protocol.Resources;

namespace Harness.Features.World;

/// <summary>The MTUs that the partner supports, beside those of the target (FEA-13).</summary>
/// <param name="Words">As the features say it.</param>
public sealed record MtuChoice(string Words)
{
    /// <summary>All of them, as an alternation.</summary>
    public const string All =
        "a lower highest MTU|a higher highest MTU|two ranges of MTUs, the higher one listed first";

    /// <summary>The partner's ranges, in bytes.</summary>
    /// <param name="lowest">The target's lowest MTU.</param>
    /// <param name="highest">The target's highest MTU.</param>
    /// <param name="step">How far they differ.</param>
    public IReadOnlyList<MtuRange> Of(int lowest, int highest, int step) => Words switch
    {
        "a lower highest MTU" => [new MtuRange(lowest, Math.Max(lowest, highest - step))],
        "a higher highest MTU" => [new MtuRange(lowest, highest + step)],
        _ =>
        [
            new MtuRange(Math.Max(lowest, highest - (3 * step)), Math.Max(lowest, highest - (2 * step))),
            new MtuRange(lowest, Math.Max(lowest, highest - (5 * step))),
        ],
    };
}
