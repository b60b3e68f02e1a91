using Harness.Reference.Rules;
using Harness.Reference.Testbed;

namespace Harness.Reference.Features;

/// <summary>What the guidance is made of.</summary>
public static class GuidanceRules
{
    /// <summary>All channels of the interconnect, whatever their number, names and state (COM-11).</summary>
    public static readonly Rule<IReadOnlyList<TestbedChannel>, IReadOnlyList<TestbedChannel>> GuidedChannels = new(
        "GUI-01", "guided-channels", channels => channels);

    public static IEnumerable<Rule> All => [GuidedChannels];
}
