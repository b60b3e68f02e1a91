using NUnit.Framework;

namespace Harness.Tests.Reference.Security;

public sealed class AccessControlTests
{
    private TestReference reference = null!;

    [OneTimeSetUp]
    public async Task Start() => reference = await TestReference.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await reference.DisposeAsync();

    [TestCase("/providers")]
    [TestCase("/providers/borealis")]
    [TestCase("/PROVIDERS/borealis/environments")]
    [TestCase("/providers/borealis/environments/env-1/interconnects/ix1/channels/ch1/macSecKeys")]
    [TestCase("/providers/nobody/nothing")]
    [TestCase("/portal/v1/connections")]
    [TestCase("/Operator/v1/clock")]
    public async Task A_request_without_a_token_is_answered_401_with_a_challenge(string path)
    {
        using var response = await reference.Anonymous.GetAsync(path);

        Assert.That((int)response.StatusCode, Is.EqualTo(401));
        Assert.That($"{response.Headers.WwwAuthenticate}", Does.StartWith("Bearer"));
        await reference.Anonymous.GetAsync(path).RefusedAsync(401, "SEC-02");
    }

    [TestCase("token-of-borealit")]
    [TestCase("token-of-boreali")]
    [TestCase("token-of-borealis2")]
    [TestCase("TOKEN-OF-BOREALIS")]
    [TestCase(TestReference.PortalToken)]
    public async Task A_token_that_is_no_peers_is_refused_and_not_repeated(string token)
    {
        using var client = reference.Client(token);

        var detail = await client.GetAsync("/providers/borealis").RefusedAsync(401, "SEC-03");

        Assert.That(detail, Does.Not.Contain(token));
        Assert.That(reference.Log.ToString(), Does.Not.Contain(token));
    }

    [Test]
    public async Task A_header_of_another_scheme_or_a_second_one_is_no_token()
    {
        using var basic = reference.Client(null);
        basic.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Basic {TestReference.BorealisToken}");
        using var twice = reference.Client(null);
        twice.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", [$"Bearer {TestReference.BorealisToken}", $"Bearer {TestReference.BorealisToken}"]);

        await basic.GetAsync("/providers/borealis").RefusedAsync(401, "SEC-02");
        await twice.GetAsync("/providers/borealis").RefusedAsync(401, "SEC-02");
    }

    [Test]
    public async Task A_peers_token_does_not_open_the_portal_and_the_portals_no_peer()
    {
        await reference.Borealis.GetAsync("/operator/v1/clock").RefusedAsync(401, "SEC-03");
        await reference.Portal.GetAsync("/providers/borealis").RefusedAsync(401, "SEC-03");
    }

    [TestCase("environments/env-1")]
    [TestCase("environments/env-1/interconnects/ix1")]
    [TestCase("environments")]
    [TestCase("issues")]
    public async Task Another_providers_resources_are_answered_as_if_they_were_not_there(string below)
    {
        var existing = await reference.Cirrus.GetAsync($"/providers/borealis/{below}").RefusedAsync(404, "COM-02");
        var missing = await reference.Cirrus.GetAsync($"/providers/borealit/{below}").RefusedAsync(404, "COM-02");

        Assert.That(existing.Replace("borealis", "borealit"), Is.EqualTo(missing));
    }

    [Test]
    public async Task Another_providers_resource_reads_like_one_of_ones_own_that_is_missing()
    {
        var foreign = await reference.Cirrus.GetAsync("/providers/borealis/environments/env-1").RefusedAsync(404);
        var missing = await reference.Borealis.GetAsync("/providers/borealis/environments/env-9").RefusedAsync(404);

        Assert.That(foreign, Is.EqualTo(missing.Replace("env-9", "env-1")));
    }

    [TestCase("/providers/BOREALIS/environments/env-1")]
    [TestCase("/Providers/borealis/environments/env-1")]
    [TestCase("/%70roviders/borealis/environments/env-1")]
    [TestCase("/providers/cirrus/../borealis/environments/env-1")]
    [TestCase("/providers/cirrus%2F..%2Fborealis/environments/env-1")]
    [TestCase("//providers/borealis/environments/env-1")]
    public async Task No_way_of_writing_a_path_leads_around_the_isolation(string path)
    {
        using var response = await reference.Cirrus.GetAsync(path);

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task Nothing_can_be_written_below_another_providers_prefix()
    {
        await reference.Cirrus.PostJsonAsync("/providers/borealis/issues?issueId=i1", """{"title":"t","body":"b"}""")
            .RefusedAsync(404);
        await reference.Cirrus.DeleteAsync("/providers/borealis/environments/env-1/interconnects/ix1/connections/c")
            .RefusedAsync(404);
    }

    [Test]
    public async Task The_servers_own_provider_is_readable_and_nothing_below_it()
    {
        var own = await reference.Borealis.GetJsonAsync("/providers/aurora");

        Assert.That((string?)own["name"], Is.EqualTo("providers/aurora"));
        await reference.Borealis.GetAsync("/providers/aurora/environments").RefusedAsync(404);
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task Health_is_for_everybody(string path)
    {
        using var response = await reference.Anonymous.GetAsync(path);

        Assert.That(response.IsSuccessStatusCode, Is.True);
    }
}
