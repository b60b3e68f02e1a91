using System.Text.Json.Nodes;
using Harness.Protocol.Names;
using Harness.Simulator.Calling;
using NUnit.Framework;

namespace Harness.Tests.Simulator.Calling;

public sealed class PlaceholdersTests
{
    private static readonly Placeholders Values = new(new Dictionary<string, string>
    {
        ["size"] = "100",
        ["connection"] = "of-the-script",
    });

    [Test]
    public void The_ids_of_a_request_come_before_the_scripts_parameters()
    {
        var name = new ProviderName("aurora").Environment("env-1").Interconnect("ix1").Connection("c-1").Feature("f-1");

        Assert.That(
            Values.With(name).Fill("{provider} {environment} {interconnect} {connection} {feature} {size}"),
            Is.EqualTo("aurora env-1 ix1 c-1 f-1 100"));
        Assert.That(Values.Fill("{connection}"), Is.EqualTo("of-the-script"));
    }

    [Test]
    public void A_body_is_filled_in_wherever_a_text_stands_and_numbers_stay_numbers()
    {
        var body = JsonNode.Parse("""{"a":"x {size}","b":["{connection}",3,null],"c":"{number:size}"}""");

        Assert.That(
            Values.Fill(body)!.ToJsonString(),
            Is.EqualTo("""{"a":"x 100","b":["of-the-script",3,null],"c":100}"""));
    }

    [Test]
    public void A_placeholder_without_a_value_is_named() => Assert.That(
        () => Values.Fill("{nobody}"),
        Throws.TypeOf<ScriptFaultException>().With.Message.Contains("{nobody}").And.Message.Contains("size"));

    [Test]
    public void A_number_that_is_none_is_refused_without_showing_it() => Assert.That(
        () => Values.Fill(JsonValue.Create("{number:connection}")),
        Throws.TypeOf<ScriptFaultException>().With.Message.Contains("{connection}")
            .And.Message.Not.Contains("of-the-script"));
}
