using Harness.Features.Races.Rig;
using Harness.Features.Races.Workloads;

namespace Harness.Features.Races.Exploring;

/// <summary>
/// The rounds of an exploration, without an end: every pair of hold and rival once, and between them bursts that grow,
/// over one connection and over separate ones. The same seed makes the same rounds.
/// </summary>
/// <param name="seed">Of the exploration.</param>
/// <param name="courses">The races that take part.</param>
public sealed class RoundPlan(int seed, IReadOnlyList<IRaceCourse> courses)
{
    private const int Bursts = 3;
    private const int Growth = 2;

    /// <summary>How many pairs of hold and rival there are.</summary>
    public int Pairs => courses.Count(IsHeld);

    /// <summary>The rounds, in order.</summary>
    public IEnumerable<RaceRound> Rounds()
    {
        var random = new Random(seed);
        var pairs = new Queue<IRaceCourse>(courses.Where(IsHeld));
        var bursts = courses.Where(course => !IsHeld(course)).ToList();
        for (var requests = RaceSize.FewestRequests + Growth; ; requests = Grown(requests))
        {
            foreach (var release in new[] { Release.OneConnection, Release.SeparateConnections })
                foreach (var course in bursts)
                    yield return new RaceRound(course.Name, random.Next(), new RaceSize(Bursts, requests), release);
            for (var next = 0; next < Math.Max(1, bursts.Count) && pairs.TryDequeue(out var pair); next++)
                yield return new RaceRound(pair.Name, random.Next(), new RaceSize(1, 1), Release.OneConnection);
            if (bursts.Count == 0 && pairs.Count == 0)
                yield break;
        }
    }

    private static int Grown(int requests) =>
        requests + Growth > RaceSize.MostRequests ? RaceSize.FewestRequests + Growth : requests + Growth;

    private static bool IsHeld(IRaceCourse course) => course is HeldCourse;
}
