namespace Harness.Features.Races.Workloads;

/// <summary>A kind of race that can be run in a scenario's world again and again, by a seed.</summary>
public interface IRaceCourse
{
    /// <summary>One word for the command line, such as <c>connections</c>.</summary>
    string Name { get; }

    /// <summary>What meets what, in words.</summary>
    string Words { get; }

    /// <summary>The requirements that a violation is one of.</summary>
    IReadOnlyList<string> Requirements { get; }

    /// <summary>Makes everything ready that the race needs; nothing is under way at its end.</summary>
    /// <param name="world">A scenario's, whose clean-up undoes all of it.</param>
    /// <param name="seed">The same seed makes the same plan.</param>
    /// <param name="size">How much.</param>
    /// <exception cref="Certification.Verdicts.SkipException">The testbed lacks something.</exception>
    Task<IPreparedRace> PrepareAsync(World.World world, int seed, RaceSize size);
}
