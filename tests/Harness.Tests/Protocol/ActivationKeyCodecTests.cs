using System.Text;
using System.Text.Json;
using Harness.Protocol;
using Harness.Protocol.Json;
using Harness.Protocol.Resources;
using NUnit.Framework;

namespace Harness.Tests.Protocol;

public sealed class ActivationKeyCodecTests
{
    private static readonly ActivationKey Key =
        new(1, "providers/borealis/environments/env-1", "6f1c2f6e-0d0b-4a3c-8a55-5e3b3c1f8f11", 1000, "acct-b");

    [Test]
    public void A_key_is_read_back_as_it_was_given_out()
    {
        Assert.That(ActivationKeyCodec.TryDecode(ActivationKeyCodec.Encode(Key), out var read), Is.True);
        Assert.That(read, Is.EqualTo(Key));
    }

    [Test]
    public void A_key_is_base64_of_json_with_the_published_field_names()
    {
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(ActivationKeyCodec.Encode(Key)));
        using var document = JsonDocument.Parse(json);

        Assert.That(
            document.RootElement.EnumerateObject().Select(property => property.Name),
            Is.EquivalentTo(new[]
            {
                "version", "destinationEnvironmentUri", "sharedConnectionUuid", "connectionSizeMbps",
                "destinationAccountId",
            }));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("!!!")]
    [TestCase("bm8ganNvbg==", Description = "no json")]
    [TestCase("W10=", Description = "an array")]
    [TestCase("bnVsbA==", Description = "null")]
    [TestCase("eyJ2ZXJzaW9uIjoib25lIn0=", Description = "version of a wrong type")]
    public void What_is_no_key_is_refused_without_an_exception(string? encoded)
    {
        Assert.That(ActivationKeyCodec.TryDecode(encoded, out var key), Is.False);
        Assert.That(key, Is.Null);
    }

    [Test]
    public void A_key_lacks_nothing_only_with_all_five_fields()
    {
        Assert.That(ActivationKeyCodec.IsComplete(Key), Is.True);
        Assert.That(ActivationKeyCodec.IsComplete(Key with { Version = null }), Is.False);
        Assert.That(ActivationKeyCodec.IsComplete(Key with { DestinationEnvironmentUri = "" }), Is.False);
        Assert.That(ActivationKeyCodec.IsComplete(Key with { SharedConnectionUuid = null }), Is.False);
        Assert.That(ActivationKeyCodec.IsComplete(Key with { ConnectionSizeMbps = null }), Is.False);
        Assert.That(ActivationKeyCodec.IsComplete(Key with { DestinationAccountId = null }), Is.False);
    }

    [Test]
    public void Secrets_stay_out_of_text()
    {
        var connection = new Connection("providers/a", ActivationKey: "hush", BandwidthMbps: 1);
        var key = new MacSecKey("n", "hush", "01");
        var config = new L3BaseConfig(Md5BgpPassword: "hush");
        var feature = new Feature(FeatureConfig: new FeatureConfig(FeatureType.L3Base, config));
        var request = new ConfirmActivationKeyRequest(Key, "hush");

        Assert.That($"{Key} {key} {config} {feature}", Does.Not.Contain("hush").And.Not.Contain("acct-b"));
        Assert.That($"{connection}", Does.Not.Contain("hush"));
        Assert.That($"{request}", Does.Not.Contain("hush"));
    }

    [Test]
    public void Unknown_fields_are_ignored()
    {
        const string json = """{"name":"n","bandwidthMbps":5,"colour":"red","nested":{"a":[1]}}""";

        var connection = JsonSerializer.Deserialize(json, ProtocolJson.Default.Connection);

        Assert.That(connection, Is.EqualTo(new Connection("n", BandwidthMbps: 5)));
    }

    [Test]
    public void What_is_absent_is_not_written() =>
        Assert.That(
            JsonSerializer.Serialize(new Connection(BandwidthMbps: 5), ProtocolJson.Default.Connection),
            Is.EqualTo("""{"bandwidthMbps":5}"""));
}
