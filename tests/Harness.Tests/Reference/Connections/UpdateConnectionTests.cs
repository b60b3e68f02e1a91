using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Connections;

[TestFixture]
public sealed class UpdateConnectionTests
{
    private TestReference reference = null!;
    private string uuid = "";

    [SetUp]
    public async Task Place()
    {
        reference = await TestReference.StartAsync();
        uuid = await reference.PlaceAsync();
    }

    [TearDown]
    public async Task Stop() => await reference.DisposeAsync();

    [TestCase(5000)]
    [TestCase(50)]
    [TestCase(1000)]
    [TestCase(10_000)]
    public async Task An_update_that_fits_changes_the_reservation_by_the_difference(int mbps)
    {
        var updated = await PatchAsync($$"""{"bandwidthMbps":{{mbps}}}""", "?updateMask=bandwidthMbps").AcceptedAsync();

        Assert.That((int)updated["bandwidthMbps"]!, Is.EqualTo(mbps));
        Assert.That((int)(await reference.Borealis.GetJsonAsync(Connection(uuid)))["bandwidthMbps"]!, Is.EqualTo(mbps));
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(mbps));
        var shown = await reference.Portal.GetJsonAsync($"/portal/v1/connections/{uuid}");
        Assert.That((int)shown["bandwidthMbps"]!, Is.EqualTo(mbps));
    }

    [Test]
    public async Task An_update_that_does_not_fit_is_a_conflict_and_the_bandwidth_stays()
    {
        await reference.PlaceAsync(mbps: 5000);

        await PatchAsync("""{"bandwidthMbps":10000}""").RefusedAsync(409, "UPD-02");
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(6000));
        await PatchAsync("""{"bandwidthMbps":5000}""").AcceptedAsync();
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(10_000));
    }

    [TestCase("""{"bandwidthMbps":3}""", "")]
    [TestCase("""{"bandwidthMbps":0}""", "")]
    [TestCase("""{"bandwidthMbps":-1000}""", "")]
    [TestCase("{}", "?updateMask=bandwidthMbps")]
    public async Task An_unsupported_size_is_refused(string body, string query)
    {
        await PatchAsync(body, query).RefusedAsync(400, "UPD-02");

        Assert.That(await reference.ReservedAsync(), Is.EqualTo(1000));
    }

    [TestCase("adminState")]
    [TestCase("verificationState")]
    [TestCase("activationKey")]
    [TestCase("name")]
    [TestCase("nonsense")]
    [TestCase("bandwidthMbps,name")]
    [TestCase("bandwidthMbps,")]
    [TestCase("*")]
    [TestCase("bandwidthMbps.value")]
    public async Task A_mask_that_names_anything_but_bandwidth_is_refused(string mask)
    {
        await PatchAsync("""{"bandwidthMbps":5000,"adminState":"ADMIN_STATE_DISABLED"}""", $"?updateMask={mask}")
            .RefusedAsync(400, "UPD-05");

        Assert.That(await reference.ReservedAsync(), Is.EqualTo(1000));
    }

    [TestCase("{}")]
    [TestCase("""{"verificationState":"VERIFICATION_STATE_VERIFIED","adminState":"ADMIN_STATE_DISABLED","x":1}""")]
    public async Task Output_only_fields_change_nothing(string body)
    {
        var before = await reference.Borealis.GetJsonAsync(Connection(uuid));

        var after = await PatchAsync(body).AcceptedAsync();

        Assert.That(after.ToJsonString(), Is.EqualTo(before.ToJsonString()));
    }

    [Test]
    public async Task Concurrent_updates_end_as_one_after_the_other()
    {
        int[] sizes = [50, 100, 200, 500, 2000, 5000, 10_000];

        var answers = await Task.WhenAll(sizes.Select(mbps => PatchAsync($$"""{"bandwidthMbps":{{mbps}}}""")));

        Assert.That(answers.Select(answer => (int)answer.StatusCode), Is.All.EqualTo(200));
        var final = (int)(await reference.Borealis.GetJsonAsync(Connection(uuid)))["bandwidthMbps"]!;
        Assert.That(sizes, Does.Contain(final));
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(final));
        foreach (var answer in answers)
            answer.Dispose();
    }

    private Task<HttpResponseMessage> PatchAsync(string body, string query = "") =>
        reference.Borealis.PatchAsync(Connection(uuid) + query, Answers.Body(body));
}
