using System.Net;
using System.Text.Json.Nodes;
using Harness.Tests.Reference.Connections;
using NUnit.Framework;

namespace Harness.Tests.Reference.Negotiations;

/// <summary>Migrations that this coordinator begins.</summary>
[TestFixture]
public sealed class OutgoingMigrationTests
{
    private const string Proposal = "/connections?connectionId=";

    private PausedNetwork network = null!;
    private ReferencePair pair = null!;
    private string uuid = "";

    [SetUp]
    public async Task Start()
    {
        network = new PausedNetwork();
        network.Go();
        pair = await ReferencePair.StartAsync(options => options with { Network = network });
        uuid = await pair.AcceptAsync();
        await pair.BothAsync(uuid, "VERIFIED");
    }

    [TearDown]
    public ValueTask Stop() => pair.DisposeAsync();

    [Test]
    public async Task An_operator_moves_a_connection_which_is_drained_and_deleted_once_the_new_one_is_verified()
    {
        var deleted = new TaskCompletionSource<string[]>();
        pair.ToBorealis.On("/ix-keys/connections/", async (call, proceed) =>
        {
            if (call.StartsWith("DELETE", StringComparison.Ordinal))
                deleted.TrySetResult(await StatesAsync(pair.Borealis));
            return await proceed();
        });

        await pair.MigrateAsync(uuid, "ix2");

        await PlacedAsync("ix2 1000 6");
        Assert.That(await deleted.Task, Has.Some.EqualTo("ix2 Verified"));
        Assert.That(network.Drained.Select(one => one.Connection.Interconnect.Id), Has.Exactly(4).EqualTo("ix-keys"));
        await pair.BothAsync(uuid, "VERIFIED");
        Assert.That(await pair.Aurora.ReservedAsync("ix-keys"), Is.Zero);
    }

    // A device may have both sides in one routing table of the customer while the connection moves.
    [Test]
    public async Task No_subnet_of_the_new_side_is_one_of_the_old_side()
    {
        await pair.MigrateAsync(uuid, "ix1");
        await PlacedAsync("ix1 1000 4");

        var subnets = network.Asked
            .Select(it => (it.Channel, Subnet: it.Config.Ipv4Subnet))
            .Distinct()
            .ToArray();

        Assert.That(subnets.Select(it => it.Channel.Interconnect.Id).Distinct().Count(), Is.EqualTo(2));
        Assert.That(subnets.Select(it => it.Subnet), Is.Unique);
    }

    [Test]
    public async Task The_old_side_stays_in_service_and_the_customer_sees_one_connection()
    {
        network.Stop();
        await pair.MigrateAsync(uuid, null);
        await Eventually.SeeAsync(
            "both sides side by side", () => StatesAsync(pair.Aurora), states => states.Length == 2);

        Assert.That(await StatesAsync(pair.Aurora), Is.EquivalentTo((string[])["ix-keys Verified", "ix1 Unverified"]));
        Assert.That(network.Drained, Is.Empty);
        var listed = await pair.Aurora.Portal.GetJsonAsync("/portal/v1/connections");
        Assert.That(listed["connections"]!.AsArray(), Has.Count.EqualTo(1));
        var shown = listed["connections"]![0]!;
        Assert.That((string?)shown["state"], Is.EqualTo("PLACED"));
        Assert.That((string?)shown["verificationState"], Is.EqualTo("VERIFIED"));
        await MigrateAsync(uuid, "ix1").RefusedAsync(409, "MIG-03");
        network.Go();

        await PlacedAsync("ix1 1000 4");
    }

    [Test]
    public async Task A_new_side_that_cannot_be_completed_is_rolled_back_and_the_old_one_untouched()
    {
        foreach (var channel in (string[])["ch1", "ch2"])
            pair.ToBorealis.OnBody("/ix1/connections/", $"/channels/{channel}\"", _ => Wire.Answer(409));
        var activations = network.Asked.Count;

        await pair.MigrateAsync(uuid, "ix1");

        await Eventually.SeeAsync(
            "the new side to be deleted at the peer",
            () => Task.FromResult(pair.ToBorealis.Calls.ToArray()),
            calls => calls.Any(call => call.StartsWith("DELETE", StringComparison.Ordinal) && call.Contains("/ix1/")));
        await PlacedAsync("ix-keys 1000 4");
        Assert.That(network.Asked, Has.Count.EqualTo(activations));
        Assert.That(network.Drained, Is.Empty);
        await Eventually.SeeAsync(
            "the operator to be free to try again",
            async () =>
            {
                using var again = await MigrateAsync(uuid, "ix2");
                return again.StatusCode;
            },
            status => status == HttpStatusCode.Accepted);
    }

    [Test]
    public async Task An_increase_that_fits_another_interconnect_only_is_migrated_there()
    {
        await FillAsync("ix-keys", 8000);
        await FillAsync("ix1", 8000);

        await UpdateAsync(5000).JsonOfAsync(HttpStatusCode.Accepted);

        await PlacedAsync("ix2 5000 6");
        var shown = await Eventually.SeeAsync(
            "the update to be done",
            () => ReferencePair.ShownAsync(pair.Aurora, uuid),
            seen => (string?)seen["update"]?["state"] == "DONE");
        Assert.That((int)shown["bandwidthMbps"]!, Is.EqualTo(5000));
        Assert.That(pair.ToBorealis.Calls, Has.None.StartsWith("PATCH"));
    }

    [Test]
    public async Task An_update_that_was_done_before_is_told_after_the_move_as_well()
    {
        await UpdateAsync(2000).JsonOfAsync(HttpStatusCode.Accepted);
        await Eventually.SeeAsync(
            "the update to be done in place",
            () => ReferencePair.ShownAsync(pair.Aurora, uuid),
            seen => (string?)seen["update"]?["state"] == "DONE" && (string?)seen["verificationState"] == "VERIFIED");

        await pair.MigrateAsync(uuid, "ix1");
        await PlacedAsync("ix1 2000 4");

        var shown = await ReferencePair.ShownAsync(pair.Aurora, uuid);
        Assert.That((string?)shown["update"]?["state"], Is.EqualTo("DONE"));
        Assert.That((int)shown["bandwidthMbps"]!, Is.EqualTo(2000));
    }

    [Test]
    public async Task An_increase_whose_migration_fails_is_refused_and_the_old_bandwidth_stands()
    {
        await FillAsync("ix-keys", 8000);
        pair.ToBorealis.On(Proposal, (_, _) => Wire.Answer(409));

        await UpdateAsync(5000).JsonOfAsync(HttpStatusCode.Accepted);

        var shown = await Eventually.SeeAsync(
            "the update to be refused",
            () => ReferencePair.ShownAsync(pair.Aurora, uuid),
            seen => (string?)seen["update"]?["state"] == "REFUSED");
        Assert.That((int)shown["bandwidthMbps"]!, Is.EqualTo(1000));
        Assert.That(shown["failure"], Is.Null, "the connection is in service");
        Assert.That((string?)shown["verificationState"], Is.EqualTo("VERIFIED"));
    }

    [Test]
    public async Task An_increase_that_fits_nowhere_is_refused_at_once()
    {
        foreach (var ix in (string[])["ix-keys", "ix1", "ix2"])
            await FillAsync(ix, 8000);

        await UpdateAsync(5000).RefusedAsync(409, "UPD-02");
    }

    [TestCase("nothing", null, 404)]
    [TestCase(null, "ix-nowhere", 404)]
    [TestCase(null, "ix-keys", 409)]
    [TestCase(null, "ix-closed", 409)]
    public async Task A_migration_that_cannot_be_is_refused(string? other, string? interconnect, int status) =>
        await MigrateAsync(other ?? uuid, interconnect).RefusedAsync(status);

    [Test]
    public async Task A_customer_who_deletes_in_mid_migration_leaves_nothing()
    {
        network.Stop();
        await pair.MigrateAsync(uuid, null);
        await Eventually.SeeAsync(
            "both sides side by side", () => StatesAsync(pair.Borealis), states => states.Length == 2);

        await pair.Aurora.Portal.DeleteAsync($"/portal/v1/connections/{uuid}").AcceptedAsync();
        network.Go();

        await pair.NothingLeftAsync();
    }

    private static Task<string[]> StatesAsync(TestReference side) => side.Host.Coordinator.Store.ReadAsync(
        async transaction => (await transaction.QueryAsync<string>(
            """
            SELECT substr(i.name, instr(i.name, '/interconnects/') + 15) || ' ' || c.verification_state
            FROM connections c JOIN interconnects i ON i.id = c.interconnect_id ORDER BY 1
            """)).ToArray(),
        CancellationToken.None);

    private async Task PlacedAsync(string place)
    {
        foreach (var side in (TestReference[])[pair.Aurora, pair.Borealis])
            await Eventually.SeeAsync(
                place,
                async () => string.Join(", ", await pair.PlacesAsync(side)),
                seen => seen.StartsWith(place.Split(' ')[0], StringComparison.Ordinal)
                    && seen.EndsWith(place.Split(' ')[^1], StringComparison.Ordinal) && !seen.Contains(','));
    }

    private Task<HttpResponseMessage> MigrateAsync(string id, string? interconnect) =>
        pair.Aurora.Portal.PostJsonAsync(
            "/operator/v1/migrations",
            new JsonObject { ["connectionId"] = id, ["interconnect"] = interconnect }.ToJsonString());

    private Task<HttpResponseMessage> UpdateAsync(int mbps) => pair.Aurora.Portal.PatchAsync(
        $"/portal/v1/connections/{uuid}", Answers.Body($$"""{"bandwidthMbps":{{mbps}}}"""));

    private Task<int> FillAsync(string ix, int mbps) => pair.Aurora.FillAsync(ix, mbps);
}
