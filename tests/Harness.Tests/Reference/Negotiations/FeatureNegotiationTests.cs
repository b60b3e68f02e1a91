using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Harness.Tests.Reference.Negotiations;

[TestFixture]
public sealed class FeatureNegotiationTests
{
    private const string Guidance = "/GenerateFeatureGuidance";
    private const string Proposal = "/features?featureId=";

    private ReferencePair pair = null!;

    [SetUp]
    public async Task Start() => pair = await ReferencePair.StartAsync();

    [TearDown]
    public ValueTask Stop() => pair.DisposeAsync();

    [Test]
    public async Task Guidance_is_asked_first_and_one_feature_proposed_for_every_channel()
    {
        await pair.BothAsync(await pair.AcceptAsync(), "VERIFIED");

        var calls = pair.ToBorealis.Calls.ToList();
        var first = calls.FindIndex(call => call.Contains(Proposal, StringComparison.Ordinal));
        Assert.That(calls.FindIndex(call => call.EndsWith(Guidance, StringComparison.Ordinal)), Is.LessThan(first));
        Assert.That(
            Proposals().Select(Channel).Order(), Is.EqualTo((string[])["ch1", "ch2", "ch3", "ch4"]));
    }

    [Test]
    public async Task After_a_409_that_channel_starts_again_from_guidance_with_other_parameters()
    {
        RefuseOnce("ch2");

        await pair.BothAsync(await pair.AcceptAsync(), "VERIFIED");

        Assert.That(
            pair.ToBorealis.Calls.Count(call => call.EndsWith(Guidance, StringComparison.Ordinal)), Is.EqualTo(2));
        var proposals = Proposals();
        Assert.That(
            proposals.Select(Channel).Order(), Is.EqualTo((string[])["ch1", "ch2", "ch2", "ch3", "ch4"]));
        var both = proposals.Where(one => Channel(one) == "ch2").Select(Config).ToList();
        foreach (var field in (string[])["vlanId", "ipv4Subnet", "ipv6Subnet"])
            Assert.That($"{both[0][field]}", Is.Not.EqualTo($"{both[1][field]}"), field);
        Assert.That(await pair.PlacesAsync(pair.Aurora), Is.EqualTo((string[])["ix-keys 1000 4"]));
    }

    [Test]
    public async Task Three_of_four_features_are_enough()
    {
        RefuseAlways("ch3");

        await pair.BothAsync(await pair.AcceptAsync(), "VERIFIED");

        Assert.That(await pair.PlacesAsync(pair.Aurora), Is.EqualTo((string[])["ix-keys 1000 3"]));
        Assert.That(await pair.PlacesAsync(pair.Borealis), Is.EqualTo((string[])["ix-keys 1000 3"]));
    }

    [Test]
    public async Task Two_of_four_features_are_not_and_everything_is_taken_back()
    {
        RefuseAlways("ch3");
        RefuseAlways("ch4");

        var shown = await pair.FailedAsync(await pair.AcceptAsync());

        Assert.That((string?)shown["failure"], Does.StartWith("Too few channels"));
        await pair.NothingLeftAsync();
    }

    [Test]
    public async Task A_channel_whose_answers_are_lost_is_left_out_and_its_feature_deleted_at_the_peer()
    {
        // ch2 of ix1 is not the peer's to fill up again (DFE-03).
        await pair.Aurora.FillAsync("ix-keys", 9000);
        BendChannel("ch2", async proceed =>
        {
            using var arrived = await proceed();
            return await Wire.Answer(503);
        });

        var uuid = await pair.AcceptAsync();

        await pair.BothAsync(uuid, "VERIFIED");
        await Eventually.SeeAsync(
            "three features at both",
            async () => $"{(await pair.PlacesAsync(pair.Aurora))[0]}, {(await pair.PlacesAsync(pair.Borealis))[0]}",
            places => places == "ix1 1000 3, ix1 1000 3");
    }

    [Test]
    public async Task A_feature_whose_answer_was_lost_once_is_not_proposed_anew()
    {
        var lost = 0;
        BendChannel("ch1", async proceed =>
        {
            if (Interlocked.Increment(ref lost) > 1)
                return await proceed();
            using var arrived = await proceed();
            return await Wire.Answer(503);
        });

        await pair.BothAsync(await pair.AcceptAsync(), "VERIFIED");

        Assert.That(Proposals().Where(one => Channel(one) == "ch1").Select(Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await pair.PlacesAsync(pair.Borealis), Is.EqualTo((string[])["ix-keys 1000 4"]));
    }

    [Test]
    public async Task A_proposal_that_is_not_answered_yet_is_reserved_and_no_feature()
    {
        var held = pair.ToBorealis.Hold(Proposal);
        var uuid = await pair.AcceptAsync();
        var path = (await held.PathAtCallerAsync()).Split('?')[0];

        var listed = await pair.Aurora.Borealis.GetJsonAsync(path);
        Assert.That(listed["features"]?.AsArray() ?? [], Is.Empty);
        Assert.That(await ReservedVlansAsync(), Is.EqualTo(4));
        held.Release();

        await pair.BothAsync(uuid, "VERIFIED");
    }

    [Test]
    public async Task A_connection_in_negotiation_takes_no_update_of_the_customer()
    {
        var held = pair.ToBorealis.Hold(Proposal);
        var uuid = await pair.AcceptAsync();
        await held.CameAsync();

        await pair.Aurora.Portal.PatchAsync(
            $"/portal/v1/connections/{uuid}", Answers.Body("""{"bandwidthMbps":50}""")).RefusedAsync(409);
        held.Release();

        await pair.BothAsync(uuid, "VERIFIED");
    }

    [Test]
    public async Task A_peer_that_deletes_in_mid_negotiation_ends_it()
    {
        var held = pair.ToBorealis.Hold(Proposal);
        var uuid = await pair.AcceptAsync();
        await held.CameAsync();

        await pair.Borealis.Portal.DeleteAsync($"/portal/v1/connections/{uuid}").AcceptedAsync();
        await Eventually.SeeAsync(
            "the connection to be gone", () => pair.PlacesAsync(pair.Aurora), places => places.Count == 0);
        held.Release();

        await pair.NothingLeftAsync();
    }

    [Test]
    public async Task A_delete_that_crosses_the_creation_leaves_nothing_at_the_peer()
    {
        var held = pair.ToBorealis.Hold("/connections?connectionId=");
        var uuid = await pair.AcceptAsync();
        await held.CameAsync();

        await pair.Aurora.Portal.DeleteAsync($"/portal/v1/connections/{uuid}").AcceptedAsync();
        await Eventually.SeeAsync(
            "the delete to overtake",
            () => Task.FromResult(pair.ToBorealis.Calls.ToArray()),
            calls => calls.Any(call => call.StartsWith("DELETE", StringComparison.Ordinal)));
        held.Release();

        await pair.NothingLeftAsync();
    }

    private static string Channel((string Call, JsonNode Body) one) => $"{one.Body["channel"]}".Split('/')[^1];

    private static string Id((string Call, JsonNode Body) one) => one.Call.Split('=')[^1];

    private static JsonNode Config((string Call, JsonNode Body) one) => one.Body["featureConfig"]!["l3BaseConfig"]!;

    private List<(string Call, JsonNode Body)> Proposals() =>
    [
        .. pair.ToBorealis.Calls.Zip(pair.ToBorealis.Bodies)
            .Where(pair => pair.First.Contains(Proposal, StringComparison.Ordinal))
            .Select(pair => (pair.First, JsonNode.Parse(pair.Second)!)),
    ];

    private void RefuseOnce(string channel)
    {
        var refused = 0;
        BendChannel(channel, proceed => Interlocked.Increment(ref refused) == 1 ? Wire.Answer(409) : proceed());
    }

    private void RefuseAlways(string channel) => BendChannel(channel, _ => Wire.Answer(409));

    private void BendChannel(string channel, Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> bend) =>
        pair.ToBorealis.OnBody(Proposal, $"/channels/{channel}\"", bend);

    private Task<int> ReservedVlansAsync() => pair.Aurora.Host.Coordinator.Store.ReadAsync(
        transaction => transaction.ScalarAsync<int>("SELECT COUNT(*) FROM features"), CancellationToken.None);
}
