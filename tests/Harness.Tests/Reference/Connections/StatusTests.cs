using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Connections;

/// <summary>From accepted features to a VERIFIED connection, and back and forth with the partner.</summary>
[TestFixture]
public sealed class StatusTests
{
    private StubPartner partner = null!;
    private PausedNetwork network = null!;
    private TestReference reference = null!;

    [SetUp]
    public async Task Start()
    {
        partner = new StubPartner();
        network = new PausedNetwork();
        reference = await TestReference.StartAsync(options => options with { Network = network }, partner);
    }

    [TearDown]
    public async Task Stop()
    {
        await reference.DisposeAsync();
        partner.Dispose();
    }

    [Test]
    public async Task Provisioning_starts_with_the_third_of_four_features_and_not_before()
    {
        var uuid = await reference.PlaceAsync();
        network.Go();

        await reference.ProposeAllAsync(uuid, 2);
        Assert.That(network.Asked, Is.Empty);
        await reference.ProposeFeatureAsync(Connection(uuid), "f3", Feature("ix1", "ch3")).AcceptedAsync();

        await reference.FinalAsync(Connection(uuid), 3);
        await reference.ProposeFeatureAsync(Connection(uuid), "f4", Feature("ix1", "ch4")).AcceptedAsync();
        await reference.FinalAsync(Connection(uuid), 4);
    }

    [Test]
    public async Task A_feature_is_pending_until_the_network_has_it()
    {
        var uuid = await reference.PlaceAsync();
        await reference.ProposeAllAsync(uuid, 3);

        await network.AskedAsync(3);
        await reference.FinalAsync(Connection(uuid), 0);
        Assert.That(partner.Calls, Is.Empty);
        network.Go();

        await reference.FinalAsync(Connection(uuid), 3);
        await partner.CalledAsync(Notify(uuid));
    }

    [Test]
    public async Task Local_check_acknowledged_notice_and_notice_in_make_a_connection_verified()
    {
        var uuid = await AvailableAsync(reference);

        await reference.Borealis.PostJsonAsync($"{Connection(uuid)}/NotifyConnectionStatus", "{}").AcceptedAsync();

        await reference.VerificationAsync(Connection(uuid), "VERIFIED");
        Assert.That(partner.Calls, Does.Contain($"GET {AtPeer(uuid)}").And.Contain($"GET {AtPeer(uuid)}/features"));
    }

    [Test]
    public async Task Early_and_repeated_notices_come_to_the_same()
    {
        var uuid = await reference.PlaceAsync();
        for (var i = 0; i < 3; i++)
            await reference.Borealis.PostJsonAsync($"{Connection(uuid)}/NotifyConnectionStatus", "{}").AcceptedAsync();
        await partner.CalledAsync($"GET {AtPeer(uuid)}/features", 3);
        await reference.VerificationAsync(Connection(uuid), "UNVERIFIED");

        network.Go();
        await reference.ProposeAllAsync(uuid);

        await reference.VerificationAsync(Connection(uuid), "VERIFIED");
        await reference.Borealis.PostJsonAsync($"{Connection(uuid)}/NotifyConnectionStatus", "{}").AcceptedAsync();
        await partner.CalledAsync($"GET {AtPeer(uuid)}/features", 4);
        await reference.VerificationAsync(Connection(uuid), "VERIFIED");
    }

    [Test]
    public async Task A_notice_is_repeated_until_it_is_acknowledged_and_until_then_nothing_is_verified()
    {
        var attempts = 0;
        var uuid = await reference.PlaceAsync();
        partner.On(Notify(uuid), _ => Interlocked.Increment(ref attempts) < 4 ? (503, "{}") : (200, "{}"));
        await reference.Borealis.PostJsonAsync($"{Connection(uuid)}/NotifyConnectionStatus", "{}").AcceptedAsync();
        network.Go();

        await reference.ProposeAllAsync(uuid, 3);

        await reference.VerificationAsync(Connection(uuid), "VERIFIED");
        Assert.That(attempts, Is.EqualTo(4));
    }

    [Test]
    public async Task A_notice_counts_once_the_peer_shows_no_pending_feature()
    {
        var state = "PENDING";
        var uuid = await AvailableAsync(reference);
        partner.On(
            $"GET {AtPeer(uuid)}/features",
            _ => (200, $$"""{"features":[{"provisioningState":"PROVISIONING_STATE_{{state}}"}]}"""));

        await reference.Borealis.PostJsonAsync($"{Connection(uuid)}/NotifyConnectionStatus", "{}").AcceptedAsync();
        await partner.CalledAsync($"GET {AtPeer(uuid)}/features");
        await reference.VerificationAsync(Connection(uuid), "UNVERIFIED");
        state = "FINAL";
        await reference.Borealis.PostJsonAsync($"{Connection(uuid)}/NotifyConnectionStatus", "{}").AcceptedAsync();

        await reference.VerificationAsync(Connection(uuid), "VERIFIED");
    }

    [Test]
    public async Task A_peer_whose_pages_never_end_verifies_nothing_and_hangs_nobody()
    {
        var uuid = await AvailableAsync(reference);
        partner.On($"GET {AtPeer(uuid)}/features", _ => (200, """{"nextPageToken":"more"}"""));
        partner.On($"GET {AtPeer(uuid)}/features?pageToken=more", _ => (200, """{"nextPageToken":"more"}"""));

        await reference.Borealis.PostJsonAsync($"{Connection(uuid)}/NotifyConnectionStatus", "{}").AcceptedAsync();
        await partner.CalledAsync($"GET {AtPeer(uuid)}/features?pageToken=more", 19);

        await reference.VerificationAsync(Connection(uuid), "UNVERIFIED");
        partner.On($"GET {AtPeer(uuid)}/features", _ => (200, "{}"));
        await reference.VerificationAsync(Connection(uuid), "VERIFIED");
    }

    [Test]
    public async Task A_change_returns_features_to_pending_and_is_notified_when_it_goes_and_when_it_is_there()
    {
        var uuid = await AvailableAsync(reference);
        var notices = partner.Calls.Count(call => call == Notify(uuid));
        network.Stop();

        await reference.Borealis.PatchAsync(Connection(uuid), Answers.Body("""{"bandwidthMbps":5000}"""))
            .AcceptedAsync();

        await partner.CalledAsync(Notify(uuid), notices + 1);
        await reference.FinalAsync(Connection(uuid), 0);
        network.Go();
        await reference.FinalAsync(Connection(uuid), 3);
        await partner.CalledAsync(Notify(uuid), notices + 2);
        Assert.That(network.Asked.Last().BandwidthMbps, Is.EqualTo(5000));
    }

    [Test]
    public async Task The_answer_for_a_deleted_feature_is_not_taken_for_a_new_one_of_the_same_id()
    {
        var uuid = await reference.PlaceAsync();
        await reference.ProposeAllAsync(uuid, 3);
        await network.AskedAsync(3);
        await reference.Borealis.DeleteAsync($"{Connection(uuid)}/features/f1").AcceptedAsync();
        var old = network.Swap();
        await reference.ProposeFeatureAsync(Connection(uuid), "f1", Feature("ix1", "ch1", 2)).AcceptedAsync();
        await network.AskedAsync(4);

        old.SetResult();
        await reference.FinalAsync(Connection(uuid), 2);

        var pending = await reference.Borealis.GetJsonAsync($"{Connection(uuid)}/features/f1");
        Assert.That((string?)pending["provisioningState"], Is.EqualTo("PROVISIONING_STATE_PENDING"));
        network.Go();
        await reference.FinalAsync(Connection(uuid), 3);
    }

    [Test]
    public async Task What_is_under_way_is_taken_up_after_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("restart-");
        var file = Path.Combine(directory.FullName, "store.db");
        string uuid;
        await using (var before = await RestartAsync(file, new PausedNetwork()))
        {
            uuid = await before.PlaceAsync();
            await before.ProposeAllAsync(uuid, 3);
        }

        network.Go();
        await using (var after = await RestartAsync(file, network))
        {
            await after.FinalAsync(Connection(uuid), 3);
            await partner.CalledAsync(Notify(uuid));
        }

        directory.Delete(recursive: true);
    }

    private static string AtPeer(string uuid) =>
        Connection(uuid).Replace("/providers/borealis/", "/providers/aurora/", StringComparison.Ordinal);

    private static string Notify(string uuid) => $"POST {AtPeer(uuid)}/NotifyConnectionStatus";

    private Task<TestReference> RestartAsync(string file, PausedNetwork routers) => TestReference.StartAsync(
        options => options with
        {
            Store = Harness.Reference.Store.Sqlite.SqliteDialect.File(file),
            Network = routers,
        },
        partner);

    private async Task<string> AvailableAsync(TestReference on)
    {
        var uuid = await on.PlaceAsync();
        network.Go();
        await on.ProposeAllAsync(uuid, 3);
        await on.FinalAsync(Connection(uuid), 3);
        await partner.CalledAsync(Notify(uuid));
        return uuid;
    }
}
