using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Lab.Measuring.Meter;

namespace Harness.Features.Labs.Steps;

/// <summary>Numbered packets in both directions, and what became of them.</summary>
[Binding]
public sealed class LossSteps(LabWorld world, ChannelCounters counters)
{
    // Before and after a change, so that it happens under traffic.
    private const int Around = 1000;

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private TwoWayLoss? result;
    private IReadOnlyList<long> before = [];

    [Given("traffic between the customer's hosts")]
    public async Task Traffic()
    {
        world.Timeline.Begin("before anything is done");
        world.Traffic = await world.MeasureAsync();
        await world.Traffic.SentAsync(Around, Deadline, world.Cancellation);
    }

    [When("{int} packets of many flows are sent each way")]
    public async Task PacketsAreSent(int packets)
    {
        before = await counters.ReadAsync();
        world.Timeline.Begin($"{packets} packets are sent each way");
        var measurement = await world.MeasureAsync();
        await measurement.SentAsync(packets, Deadline, world.Cancellation);
        result = await world.EndAsync(measurement);
    }

    [Then("every channel of the connection has carried some")]
    public async Task EveryChannelHasCarriedSome()
    {
        var after = await counters.ReadAsync();
        foreach (var (feature, (late, early)) in world.Connection.Features.Zip(after.Zip(before)))
            Check.That(
                $"packets that left by {feature.Channel.Channel.Id}",
                late - early >= Around / 10,
                $"at least {Around / 10}",
                $"{late - early}");
    }

    [Then("at least {int} packets were sent each way and none was lost")]
    public async Task NoneWasLost(int packets)
    {
        var loss = await EndAsync(packets);
        Check.Equal($"packets lost ({loss})", 0, loss.Lost);
    }

    [Then("at least {int} packets were sent each way and some were lost")]
    public async Task SomeWereLost(int packets)
    {
        var loss = await EndAsync(packets);
        Check.That("packets lost", loss.Lost > 0, "some: the meter has to see loss where there is some", $"{loss}");
    }

    [Then("{int} further packets cross without a loss")]
    public async Task FurtherPacketsCross(int packets)
    {
        var measurement = await world.MeasureAsync();
        await measurement.SentAsync(packets, Deadline, world.Cancellation);
        var loss = await measurement.StopAsync(world.Cancellation);
        world.Scenario.Note($"after the change: {loss}");
        Check.Equal($"packets lost ({loss})", 0, loss.Lost);
    }

    private async Task<TwoWayLoss> EndAsync(int packets)
    {
        if (result is null)
        {
            var traffic = world.Traffic
                ?? throw new InvalidOperationException("the scenario has sent no traffic yet");
            await traffic.SentAsync(packets, Deadline, world.Cancellation);
            result = await world.EndAsync(traffic);
        }

        world.Scenario.Note($"{result}");
        var (there, back) = (result.There.Loss.Sent, result.Back.Loss.Sent);
        Check.That("packets sent", Math.Min(there, back) >= packets, $"{packets} each way", $"{there} and {back}");
        return result;
    }
}
