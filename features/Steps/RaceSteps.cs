using Harness.Certification.Bindings;
using Harness.Features.Races;
using Harness.Features.Races.Rig;
using Harness.Features.Races.Workloads;

namespace Harness.Features.Steps;

/// <summary>Requests at one time, drawn by a seed, and judged by whether some order explains them.</summary>
[Binding]
public sealed class RaceSteps(World.World world, RaceBook races)
{
    /// <summary>The bursts go over one connection and over separate ones in turn.</summary>
    [When("{int} bursts of {int} requests of a race of {raceCourse} meet")]
    public async Task BurstsMeet(int bursts, int requests, IRaceCourse course)
    {
        var race = await course.PrepareAsync(world, world.Scenario.Seed, new RaceSize(bursts, requests));
        races.Keep(race.Race);
        await race.RunAsync(burst => burst % 2 == 0 ? Release.OneConnection : Release.SeparateConnections);
    }

    [Then("some order of the requests explains every answer")]
    public void SomeOrderExplains() => races.Judge();

    [StepArgumentTransformation(
        "connections|connections for the last room|deletes amid updates|reads after updates"
        + "|updates|migrations|features|MACsec keys|activation keys",
        Name = "raceCourse")]
    public static IRaceCourse Course(string words) => RaceCourses.Of(words switch
    {
        "connections for the last room" => "last-room",
        "deletes amid updates" => "deletes",
        "reads after updates" => "own-writes",
        "migrations" => "migration",
        "MACsec keys" => "macsec-keys",
        "activation keys" => "activation-keys",
        _ => words,
    });
}
