using System.Net;
using System.Text.Json.Nodes;
using Harness.Reference.Negotiations;
using NUnit.Framework;

namespace Harness.Tests.Reference.Negotiations;

[TestFixture]
public sealed class DeferralTests
{
    private const string Proposal = "/connections?connectionId=";

    private ReferencePair pair = null!;

    [SetUp]
    public async Task Start() => pair = await ReferencePair.StartAsync();

    [TearDown]
    public ValueTask Stop() => pair.DisposeAsync();

    [Test]
    public async Task In_a_deferring_environment_the_peer_is_asked_to_drive_and_does()
    {
        var uuid = await pair.AcceptAsync(environment: "env-defer");

        await pair.BothAsync(uuid, "VERIFIED");
        Assert.That(pair.ToBorealis.Bodies, Has.Some.Contains("\"deferProvisioning\":true"));
        Assert.That(pair.ToBorealis.Calls, Has.None.Contains("GenerateFeatureGuidance"));
        Assert.That(pair.ToAurora.Calls, Has.Some.Contains("GenerateFeatureGuidance"));
        foreach (var side in (TestReference[])[pair.Aurora, pair.Borealis])
            Assert.That(await pair.PlacesAsync(side), Is.EqualTo((string[])["ix-keys 1000 4"]));
        Assert.That((string?)(await ReferencePair.ShownAsync(pair.Aurora, uuid))["state"], Is.EqualTo("PLACED"));
    }

    [Test]
    public async Task Elsewhere_nothing_is_deferred()
    {
        await pair.BothAsync(await pair.AcceptAsync(), "VERIFIED");

        Assert.That(pair.ToBorealis.Bodies, Has.None.Contains("deferProvisioning"));
    }

    [Test]
    public async Task The_local_connection_is_there_before_the_peer_takes_over()
    {
        var held = pair.ToBorealis.Hold(Proposal);
        var uuid = await pair.AcceptAsync(environment: "env-defer");

        Assert.That(await pair.Aurora.StatusAsync(await held.PathAtCallerAsync()), Is.EqualTo(HttpStatusCode.OK));

        held.Release();
        await pair.BothAsync(uuid, "VERIFIED");
    }

    [Test]
    public async Task What_the_peer_does_not_finalize_in_time_is_rolled_back_and_not_before()
    {
        pair.ToAurora.On("/GenerateFeatureGuidance", (_, _) => Wire.Answer(503));
        var uuid = await pair.AcceptAsync(environment: "env-defer");
        await AwaitPeerAsync(uuid);

        pair.Aurora.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(2));
        pair.Aurora.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await ReferencePair.ShownAsync(pair.Aurora, uuid))["failure"], Is.Null);
        pair.Aurora.Clock.Advance(TimeSpan.FromMinutes(1));

        var shown = await pair.FailedAsync(uuid);
        Assert.That((string?)shown["failure"], Does.StartWith("The partner has not set the connection up in time"));
        Assert.That(pair.ToBorealis.Calls, Has.Some.StartsWith("DELETE "));
        Assert.That(await pair.PlacesAsync(pair.Aurora), Is.Empty);
        Assert.That(await pair.PlacesAsync(pair.Borealis), Is.Empty);
    }

    [Test]
    public async Task A_deadline_that_passed_while_the_coordinator_was_down_is_kept_at_its_next_start()
    {
        pair.ToAurora.On("/GenerateFeatureGuidance", (_, _) => Wire.Answer(503));
        var uuid = await pair.AcceptAsync(environment: "env-defer");
        await AwaitPeerAsync(uuid);

        await pair.RestartAuroraAsync(options => options with
        {
            Clock = new Harness.Reference.Clock.ControllableClock(TestReference.Start.AddHours(25)),
        });

        await pair.FailedAsync(uuid);
    }

    [Test]
    public async Task A_connection_that_is_being_negotiated_is_not_taken_over_as_well()
    {
        var uuid = await pair.AcceptAsync();
        await pair.BothAsync(uuid, "VERIFIED");
        var held = pair.ToBorealis.Hold("/ix1" + Proposal);
        await pair.MigrateAsync(uuid, "ix1");
        await held.CameAsync();

        await pair.Aurora.Borealis.PostJsonAsync(
            $"{Negotiation.Ix("ix2")}{Proposal}{uuid}", """{"bandwidthMbps":1000,"deferProvisioning":true}""")
            .RefusedAsync(409, "DFR-01");
        held.Release();

        await Eventually.SeeAsync(
            "the migration to end", () => pair.PlacesAsync(pair.Aurora), places => places is ["ix1 1000 4"]);
    }

    [Test]
    public async Task A_provider_that_takes_nothing_over_refuses_and_the_customer_is_told()
    {
        await using var refusing = await ReferencePair.StartAsync(
            borealis: options => options with { Negotiation = new NegotiationOptions { TakesOver = false } });

        var shown = await refusing.FailedAsync(await refusing.AcceptAsync(environment: "env-defer"));

        Assert.That((string?)shown["failure"], Does.StartWith("The partner declined"));
        Assert.That(refusing.ToBorealis.Bodies.Where(body => body.Contains("bandwidthMbps")),
            Has.All.Contains("\"deferProvisioning\":true"));
        await refusing.NothingLeftAsync();
    }

    [Test]
    public async Task A_migration_in_a_deferring_environment_is_driven_by_the_peer()
    {
        var uuid = await pair.AcceptAsync(environment: "env-defer");
        await pair.BothAsync(uuid, "VERIFIED");

        await pair.MigrateAsync(uuid, "ix1");

        foreach (var side in (TestReference[])[pair.Aurora, pair.Borealis])
            await Eventually.SeeAsync(
                "the connection on ix1 alone",
                async () => string.Join(", ", await pair.PlacesAsync(side)),
                places => places == "ix1 1000 4");
        Assert.That(pair.ToBorealis.Calls, Has.None.Contains("GenerateFeatureGuidance"));
    }

    [Test]
    public async Task A_peer_that_drives_and_cannot_complete_it_takes_back_both_sides()
    {
        foreach (var channel in (string[])["ch1", "ch2"])
            pair.ToAurora.OnBody("/features?", $"/channels/{channel}\"", _ => Wire.Answer(409));

        var uuid = await pair.AcceptAsync(environment: "env-defer");

        await Eventually.SeeAsync(
            "the creating portal to tell of it",
            () => ReferencePair.ShownAsync(pair.Borealis, uuid),
            shown => shown["failure"] is not null);
        await pair.NothingLeftAsync();
    }

    private Task<JsonNode> AwaitPeerAsync(string uuid) => Eventually.SeeAsync(
        "the peer to drive",
        () => ReferencePair.ShownAsync(pair.Aurora, uuid),
        shown => (string?)shown["progress"] == "The partner is setting the connection up.");
}
