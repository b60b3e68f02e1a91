using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Harness.Tests.Reference.ActivationKeys;

[TestFixture]
public sealed class ConfirmActivationKeyTests
{
    private const string Confirm = $"{TestReference.Env1}/ConfirmActivationKey";

    [Test]
    public async Task An_exact_live_unused_key_is_valid_in_both_forms_and_again()
    {
        await using var reference = await TestReference.StartAsync();
        var (_, key) = await reference.IssueAsync();
        var plain = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(key)))!;

        Assert.That(await reference.ConfirmAsync(key), Is.True);
        var deprecated = await reference.Borealis.PostJsonAsync(
            Confirm, new JsonObject { ["key"] = plain }.ToJsonString()).AcceptedAsync();
        Assert.That((bool)deprecated["keyValid"]!, Is.True);
        Assert.That(await reference.ConfirmAsync(key), Is.True);
    }

    [TestCase("version", "2")]
    [TestCase("destinationEnvironmentUri", "\"providers/borealis/environments/env-2\"")]
    [TestCase("destinationEnvironmentUri", "\"providers/aurora/environments/env-1\"")]
    [TestCase("sharedConnectionUuid", "\"11111111-2222-4333-8444-555555555555\"")]
    [TestCase("connectionSizeMbps", "2000")]
    [TestCase("destinationAccountId", "\"acct-c\"")]
    [TestCase("destinationAccountId", "\"ACCT-B\"")]
    public async Task A_key_with_one_field_changed_is_not_valid(string field, string value)
    {
        await using var reference = await TestReference.StartAsync();
        var (_, key) = await reference.IssueAsync();
        var changed = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(key)))!;
        changed[field] = JsonNode.Parse(value);

        Assert.That(await reference.ConfirmAsync(Encode(changed)), Is.False);
        Assert.That(await reference.ConfirmAsync(key), Is.True, "and the true one still is");
    }

    [Test]
    public async Task A_key_is_not_valid_on_another_environment()
    {
        await using var reference = await TestReference.StartAsync();
        var (_, key) = await reference.IssueAsync();

        Assert.That(await reference.ConfirmAsync(key, "env-2"), Is.False);
    }

    [Test]
    public async Task A_used_key_is_not_valid_again()
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();
        await reference.ProposeAsync(Negotiation.Ix(), uuid, key).AcceptedAsync();

        Assert.That(await reference.ConfirmAsync(key), Is.False);
    }

    [Test]
    public async Task A_key_is_live_until_its_lifetime_is_over_and_not_at_that_instant()
    {
        await using var reference = await TestReference.StartAsync();
        var lifetime = reference.Host.Coordinator.Testbed.KeyLifetime;
        var (_, key) = await reference.IssueAsync();

        reference.Clock.Advance(lifetime - TimeSpan.FromMilliseconds(1));
        Assert.That(await reference.ConfirmAsync(key), Is.True);
        reference.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(await reference.ConfirmAsync(key), Is.False);
    }

    [Test]
    public async Task Deleting_a_connection_invalidates_its_key_for_ever()
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();
        using var deleted = await reference.Portal.DeleteAsync($"/portal/v1/connections/{uuid}");

        Assert.That(await reference.ConfirmAsync(key), Is.False);
        await reference.ProposeAsync(Negotiation.Ix(), uuid, key).RefusedAsync(400, "CON-06");
    }

    [TestCase("\"not base64!\"")]
    [TestCase("\"\"")]
    [TestCase("\"bm90IGpzb24=\"")]
    [TestCase("\"e30=\"")]
    [TestCase("\"bnVsbA==\"")]
    public async Task A_key_that_cannot_be_read_is_not_valid(string encoded)
    {
        await using var reference = await TestReference.StartAsync();

        var answer = await reference.Borealis.PostJsonAsync(Confirm, $$"""{"encodedKey":{{encoded}}}""").AcceptedAsync(
            );

        Assert.That((bool)answer["keyValid"]!, Is.False);
    }

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("""{"encodedKey":7}""")]
    [TestCase("""{"key":{"version":"one"}}""")]
    [TestCase("[")]
    public async Task A_request_without_a_key_of_the_right_type_is_refused(string body)
    {
        await using var reference = await TestReference.StartAsync();

        await reference.Borealis.PostJsonAsync(Confirm, body).RefusedAsync(400, "COM-05");
    }

    [Test]
    public async Task An_environment_that_is_not_there_is_404()
    {
        await using var reference = await TestReference.StartAsync();
        var (_, key) = await reference.IssueAsync();

        await reference.Borealis.PostJsonAsync(
            "/providers/borealis/environments/env-9/ConfirmActivationKey",
            $$"""{"encodedKey":"{{key}}"}""").RefusedAsync(404, "COM-02");
    }

    [Test]
    public async Task No_key_appears_in_the_log()
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();
        await reference.ProposeAsync(Negotiation.Ix(), uuid, key, 2000).RefusedAsync(400, "CON-07");

        Assert.That(await reference.Log.LineAsync("ConfirmActivationKey"), Does.Not.Contain(key));
        Assert.That(reference.Log.ToString(), Does.Not.Contain(key));
    }

    private static string Encode(JsonNode key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key.ToJsonString()));
}
