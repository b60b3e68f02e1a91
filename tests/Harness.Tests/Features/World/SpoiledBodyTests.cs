using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Features.World;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class SpoiledBodyTests
{
    private static JsonObject Good() => new() { ["bandwidthMbps"] = 100, ["activationKey"] = "a2V5" };

    [TestCase("an array", """[{"bandwidthMbps":100,"activationKey":"a2V5"}]""")]
    [TestCase("JSON that breaks off", """{"bandwidthMbps":100,"activationKey":"a2V5" """)]
    [TestCase("a text for a number", """{"bandwidthMbps":"many","activationKey":"a2V5"}""")]
    [TestCase("a number for a text", """{"bandwidthMbps":100,"activationKey":12}""")]
    [TestCase(
        "a number beyond its type",
        """{"bandwidthMbps":123456789012345678901234567890,"activationKey":"a2V5"}""")]
    public void One_thing_is_spoiled_and_the_rest_is_as_it_was(string way, string expected)
    {
        var body = SpoiledBody.Make(way, "CreateConnection", Good());

        Assert.That(Encoding.UTF8.GetString(body!.Bytes.Span), Is.EqualTo(expected.TrimEnd()));
        Assert.That(body.ContentType, Is.EqualTo("application/json"));
    }

    [Test]
    public void A_body_that_breaks_off_is_no_json()
    {
        var body = SpoiledBody.Make("JSON that breaks off", "CreateConnection", Good());

        Assert.That(
            () => JsonNode.Parse(body!.Bytes.Span),
            Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void No_body_is_none() => Assert.That(SpoiledBody.Make("no body", "CreateConnection", Good()), Is.Null);

    [Test]
    public void A_field_deep_inside_is_spoiled_and_the_good_body_is_not_touched()
    {
        var good = (JsonObject)JsonNode.Parse(
            """{"featureConfig":{"featureType":"FEATURE_TYPE_L3_BASE","l3BaseConfig":{"vlanId":1100}}}""")!;
        var before = good.ToJsonString();

        var vlan = SpoiledBody.Make("a text for a number", "CreateFeature", good);
        var word = SpoiledBody.Make("an unknown enum word", "CreateFeature", good);

        Assert.That(
            JsonNode.Parse(vlan!.Bytes.Span)!["featureConfig"]!["l3BaseConfig"]!["vlanId"]!.GetValue<string>(),
            Is.EqualTo("many"));
        Assert.That(
            JsonNode.Parse(word!.Bytes.Span)!["featureConfig"]!["featureType"]!.GetValue<string>(),
            Is.Not.EqualTo("FEATURE_TYPE_L3_BASE"));
        Assert.That(good.ToJsonString(), Is.EqualTo(before));
    }

    [Test]
    public void A_way_that_the_operation_has_no_field_for_is_an_error_of_the_feature_file() => Assert.That(
        () => SpoiledBody.Make("a text for a number", "CreateIssue", []),
        Throws.ArgumentException.With.Message.Contains("CreateIssue"));
}
