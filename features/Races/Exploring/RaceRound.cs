using Harness.Features.Races.Rig;
using Harness.Features.Races.Workloads;

namespace Harness.Features.Races.Exploring;

/// <summary>All that is needed to run a race again: the same round makes the same plan.</summary>
/// <param name="Course">Name of the race.</param>
/// <param name="Seed">Of its plan.</param>
/// <param name="Size">How much.</param>
/// <param name="Release">Over what its bursts go.</param>
public sealed record RaceRound(string Course, int Seed, RaceSize Size, Release Release)
{
    /// <summary>The round in words.</summary>
    public override string ToString() => Course.StartsWith(HeldCourse.Prefix, StringComparison.Ordinal)
        ? $"{RaceCourses.Of(Course).Words}, seed {Seed}"
        : $"{Course}, {Size.Bursts} bursts of {Size.Requests} requests over "
            + $"{(Release == Release.OneConnection ? "one connection" : "separate connections")}, seed {Seed}";
}
