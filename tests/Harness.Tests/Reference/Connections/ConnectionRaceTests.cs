using System.Net;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Connections;

/// <summary>Many callers at once: the database decides, and it decides for as many as fit.</summary>
[TestFixture]
public sealed class ConnectionRaceTests
{
    [Test]
    public async Task Of_50_creations_for_the_last_bandwidth_as_many_succeed_as_fit()
    {
        await using var reference = await TestReference.StartAsync();
        var intents = new List<(string Uuid, string Key)>();
        for (var i = 0; i < 50; i++)
            intents.Add(await reference.IntendAsync(500));

        var statuses = await StatusesAsync(intents.Select(
            intent => reference.ProposeAsync(Ix(), intent.Uuid, intent.Key, 500)));

        Assert.That(statuses.Count(status => status == HttpStatusCode.OK), Is.EqualTo(20));
        Assert.That(statuses.Count(status => status == HttpStatusCode.Conflict), Is.EqualTo(30));
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(10_000));
    }

    [Test]
    public async Task Of_20_creations_of_one_connection_exactly_one_succeeds()
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();

        var statuses = await StatusesAsync(
            Enumerable.Range(0, 20).Select(_ => reference.ProposeAsync(Ix(), uuid, key)));

        Assert.That(statuses.Count(status => status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(statuses.Count(status => status == HttpStatusCode.Conflict), Is.EqualTo(19));
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(1000));
    }

    [Test]
    public async Task Of_50_features_with_one_vlan_on_one_channel_exactly_one_is_accepted()
    {
        await using var reference = await TestReference.StartAsync();
        var connections = new List<string>();
        for (var i = 0; i < 50; i++)
            connections.Add(await reference.PlaceAsync(mbps: 100));

        var statuses = await StatusesAsync(connections.Select((uuid, index) =>
        {
            var feature = Feature(number: index + 1);
            feature.Config()["vlanId"] = 2000;
            return reference.ProposeFeatureAsync(Connection(uuid), "f1", feature);
        }));

        Assert.That(statuses.Count(status => status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(statuses.Count(status => status == HttpStatusCode.Conflict), Is.EqualTo(49));
    }

    [Test]
    public async Task A_delete_amid_features_updates_and_notifications_leaves_nothing_behind()
    {
        await using var reference = await TestReference.StartAsync();
        for (var round = 0; round < 10; round++)
        {
            var uuid = await reference.PlaceAsync();
            var path = Connection(uuid);
            var statuses = await StatusesAsync(
            [
                .. Enumerable.Range(1, 4).Select(channel =>
                    reference.ProposeFeatureAsync(path, $"f{channel}", Feature("ix1", $"ch{channel}"))),
                reference.Borealis.PatchAsync(path, Answers.Body("""{"bandwidthMbps":5000}""")),
                reference.Borealis.DeleteAsync(path),
                reference.Borealis.PostJsonAsync($"{path}/NotifyConnectionStatus", "{}"),
            ]);

            Assert.That(statuses, Has.None.Matches<HttpStatusCode>(status => (int)status >= 500));
            Assert.That(statuses[5], Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await reference.StatusAsync(path), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await reference.ReservedAsync(), Is.Zero);
        }

        var orphans = await reference.Host.Coordinator.Store.ReadAsync(
            transaction => transaction.ScalarAsync<int>("SELECT COUNT(*) FROM features"), CancellationToken.None);
        Assert.That(orphans, Is.Zero);
    }

    private static async Task<HttpStatusCode[]> StatusesAsync(IEnumerable<Task<HttpResponseMessage>> calls)
    {
        var responses = await Task.WhenAll(calls.Select(call => Task.Run(() => call)));
        var statuses = responses.Select(response => response.StatusCode).ToArray();
        foreach (var response in responses)
            response.Dispose();
        return statuses;
    }
}
