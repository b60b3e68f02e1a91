using Harness.Tests.Reference.Connections;
using NUnit.Framework;

namespace Harness.Tests.Reference.Maintenance;

/// <summary>Customer traffic is off a channel from shortly before its maintenance to its end (MNT-08).</summary>
public sealed class ChannelDrainTests
{
    private PausedNetwork network = null!;
    private TestReference reference = null!;
    private string connection = "";

    [SetUp]
    public async Task Start()
    {
        network = new PausedNetwork();
        network.Go();
        reference = await TestReference.StartAsync(options => options with { Network = network });
        var uuid = await reference.PlaceAsync();
        await reference.ProposeAllAsync(uuid);
        connection = Negotiation.Connection(uuid);
        await reference.FinalAsync(connection, 4);
    }

    [TearDown]
    public Task Stop() => reference.DisposeAsync().AsTask();

    [Test]
    public async Task The_features_of_the_channel_are_drained_before_the_window_and_restored_after_it()
    {
        await ScheduleAsync(60, 120);

        reference.Clock.Advance(TimeSpan.FromMinutes(54));
        Assert.That(network.Drained, Is.Empty);
        reference.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.SeeAsync("the drain", () => Task.FromResult(network.Drained.Count), count => count == 1);
        Assert.That(network.Restored, Is.Empty);
        reference.Clock.Advance(TimeSpan.FromMinutes(65));
        await Eventually.SeeAsync("the restore", () => Task.FromResult(network.Restored.Count), count => count == 1);

        Assert.That(network.Drained.Single(), Is.EqualTo(network.Restored.Single()));
        Assert.That($"/{network.Drained.Single()}", Does.StartWith($"{connection}/features/"));
    }

    [Test]
    public async Task Maintenance_that_begins_at_once_drains_at_once_and_its_cancellation_restores()
    {
        var id = await ScheduleAsync(0, 120);
        await Eventually.SeeAsync("the drain", () => Task.FromResult(network.Drained.Count), count => count == 1);

        await reference.Portal.DeleteAsync($"/operator/v1/maintenance/{id}").AcceptedAsync();

        await Eventually.SeeAsync("the restore", () => Task.FromResult(network.Restored.Count), count => count == 1);
    }

    private async Task<string> ScheduleAsync(int start, int end)
    {
        var answer = await reference.Portal.PostJsonAsync(
            "/operator/v1/maintenance",
            $$"""
            {"environment":"env-1","interconnect":"ix1","channel":"ch1",
             "startTime":"{{TestReference.Start.AddMinutes(start):O}}",
             "endTime":"{{TestReference.Start.AddMinutes(end):O}}"}
            """).AcceptedAsync();
        return (string)answer["maintenanceId"]!;
    }
}
