using Harness.Certification.Checks;
using Harness.Certification.Linearizability;
using Harness.Certification.Verdicts;
using Harness.Features.Races.Recording;

namespace Harness.Features.Races;

/// <summary>The race of a scenario, as its steps share it.</summary>
public sealed class RaceBook(World.World world)
{
    private IRace? latest;

    /// <summary>Keeps a race, to be judged.</summary>
    public TRace Keep<TRace>(TRace race)
        where TRace : IRace
    {
        latest = race;
        return race;
    }

    /// <summary>Requires that some order of its requests explains every answer.</summary>
    /// <exception cref="CheckFailedException">None does.</exception>
    /// <exception cref="InconclusiveException">Too little was seen, or the search ended before it was done.</exception>
    public void Judge()
    {
        var race = latest ?? throw new InvalidOperationException("no step of this scenario has run a race yet");
        switch (race.Judge(CheckBudget.Default, world.Settling.Time))
        {
            case RaceVerdict.Explained explained:
                world.Scenario.Note($"an order explains all {explained.Requests} requests: {race.Model}");
                break;
            case RaceVerdict.Violated violated:
                var told = violated.Tell(new ViolationContext(world.Scenario.Scenario.Requirements));
                world.Scenario.Show(told.Picture);
                throw new CheckFailedException(
                    $"the answers to requests at one time ({violated.Partition})",
                    "some order of the requests that explains every answer",
                    told.Words.Text);
            case RaceVerdict.Undecided undecided:
                throw new InconclusiveException(undecided.Why);
            case RaceVerdict.NotExercised idle:
                throw new InconclusiveException(idle.Why);
            default:
                throw new InvalidOperationException("no such verdict of a race");
        }
    }
}
