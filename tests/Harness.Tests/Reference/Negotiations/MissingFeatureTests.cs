using System.Text.Json.Nodes;
using Harness.Tests.Reference.Connections;
using NUnit.Framework;

namespace Harness.Tests.Reference.Negotiations;

/// <summary>Features of live connections that go, and come again (DFE-02, DFE-03).</summary>
[TestFixture]
public sealed class MissingFeatureTests
{
    private PausedNetwork network = null!;
    private ReferencePair pair = null!;
    private string uuid = "";

    [SetUp]
    public async Task Start()
    {
        network = new PausedNetwork();
        network.Go();
        pair = await ReferencePair.StartAsync(options => options with { Network = network });
        // Two of the four channels are ours to own on ix1, all are the peer's on ix-keys.
        await pair.Aurora.FillAsync("ix-keys", 9000);
        uuid = await pair.AcceptAsync();
        await pair.BothAsync(uuid, "VERIFIED");
        while (pair.ToBorealis.Calls.TryDequeue(out _))
            pair.ToBorealis.Bodies.TryDequeue(out _);
    }

    [TearDown]
    public ValueTask Stop() => pair.DisposeAsync();

    [Test]
    public async Task A_feature_of_our_channel_that_the_operator_takes_away_is_drained_deleted_and_created_again()
    {
        var before = await FeatureAsync("ch2");

        await pair.WithdrawAsync(uuid, "ix1", "ch2");

        var after = await Eventually.SeeAsync(
            "another feature", () => FeatureAsync("ch2"), id => id is not null && id != before);
        Assert.That(network.Drained.Select(one => one.Id), Is.EqualTo((string[])[before!]));
        var calls = pair.ToBorealis.Calls.ToList();
        var order = calls.Where(call => !call.Contains("Notify") && !call.StartsWith("GET", StringComparison.Ordinal))
            .Select(call => call.Split('?')[0].Split('/')[^1]).Take(3);
        Assert.That(order, Is.EqualTo((string[])[before!, "GenerateFeatureGuidance", "features"]));
        await pair.BothAsync(uuid, "VERIFIED");
        Assert.That(await FeatureAsync("ch2", pair.Borealis), Is.EqualTo(after));
    }

    [Test]
    public async Task A_feature_of_our_channel_that_the_peer_deletes_is_created_again()
    {
        var before = await FeatureAsync("ch4");

        await pair.Aurora.Borealis.DeleteAsync(
            $"{Negotiation.Connection(uuid)}/features/{before}").AcceptedAsync();

        // The peer has it still, as one whose delete did not come from it: it is refused until it is gone there.
        await DeleteAtPeerAsync(before!);
        await Eventually.SeeAsync("another feature", () => FeatureAsync("ch4"), id => id is not null && id != before);
    }

    [Test]
    public async Task A_feature_of_the_peers_channel_is_created_again_by_the_peer()
    {
        var before = await FeatureAsync("ch1");

        await pair.WithdrawAsync(uuid, "ix1", "ch1");

        await Eventually.SeeAsync("another feature", () => FeatureAsync("ch1"), id => id is not null && id != before);
        Assert.That(pair.ToBorealis.Calls, Has.None.Contains("GenerateFeatureGuidance"));
        Assert.That(pair.ToAurora.Calls, Has.Some.Contains("GenerateFeatureGuidance"));
    }

    [TestCase("ch9", null)]
    [TestCase("ch2", "nothing")]
    public async Task A_channel_without_a_feature_has_none_to_take_away(string channel, string? id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/operator/v1/features")
        {
            Content = Answers.Body(
                $$"""
                {"environment":"env-1","interconnect":"ix1","connectionId":"{{id ?? uuid}}","channel":"{{channel}}"}
                """),
        };

        await pair.Aurora.Portal.SendAsync(request).RefusedAsync(404);
    }

    private Task<JsonNode> DeleteAtPeerAsync(string feature) => pair.Borealis.Borealis.DeleteAsync(
        $"{Negotiation.Connection(uuid)}/features/{feature}".Replace("/borealis/", "/aurora/")).AcceptedAsync();

    private Task<string?> FeatureAsync(string channel, TestReference? side = null) =>
        (side ?? pair.Aurora).Host.Coordinator.Store.ReadAsync(
            transaction => transaction.FindAsync<string>(
                "SELECT feature_id FROM features WHERE channel LIKE @channel AND agreed = 1",
                new { channel = $"%/ix1/channels/{channel}" }),
            CancellationToken.None);
}
