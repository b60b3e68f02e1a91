using System.Text.Json.Nodes;
using Harness.Simulator.Behaviours;
using NUnit.Framework;

namespace Harness.Tests.Simulator.Behaviours;

public sealed class AlterationTests
{
    private const string Body = """{"name":"n","features":[{"state":"A"},{"state":"B","x":1}],"deep":{"er":true}}""";

    [TestCase("name", "\"m\"",
        """{"name":"m","features":[{"state":"A"},{"state":"B","x":1}],"deep":{"er":true}}""")]
    [TestCase("features[1].state", "7",
        """{"name":"n","features":[{"state":"A"},{"state":7,"x":1}],"deep":{"er":true}}""")]
    [TestCase("features[*].state", "\"F\"",
        """{"name":"n","features":[{"state":"F"},{"state":"F","x":1}],"deep":{"er":true}}""")]
    [TestCase("features[0]", "null", """{"name":"n","features":[null,{"state":"B","x":1}],"deep":{"er":true}}""")]
    [TestCase("deep.er", "{}",
        """{"name":"n","features":[{"state":"A"},{"state":"B","x":1}],"deep":{"er":{}}}""")]
    [TestCase("new", "1",
        """{"name":"n","features":[{"state":"A"},{"state":"B","x":1}],"deep":{"er":true},"new":1}""")]
    [TestCase("nowhere.below", "1", Body)]
    [TestCase("features[9].state", "1", Body)]
    [TestCase("name.below", "1", Body)]
    public void What_stands_at_a_path_is_set(string path, string value, string expected) =>
        Assert.That(Altered(new Alteration.Change(path, JsonNode.Parse(value))), Is.EqualTo(expected));

    [TestCase("name", """{"features":[{"state":"A"},{"state":"B","x":1}],"deep":{"er":true}}""")]
    [TestCase("features[*]", """{"name":"n","features":[],"deep":{"er":true}}""")]
    [TestCase("features[0]", """{"name":"n","features":[{"state":"B","x":1}],"deep":{"er":true}}""")]
    [TestCase("features[*].x", """{"name":"n","features":[{"state":"A"},{"state":"B"}],"deep":{"er":true}}""")]
    [TestCase("absent", Body)]
    public void What_stands_at_a_path_is_removed(string path, string expected) =>
        Assert.That(Altered(new Alteration.Change(path, null, Removes: true)), Is.EqualTo(expected));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("no json")]
    public void What_is_no_JSON_is_left_as_it_is(string? body) =>
        Assert.That(new Alteration([new Alteration.Change("a", 1)]).Of(body), Is.EqualTo(body));

    private static string? Altered(Alteration.Change change) => new Alteration([change]).Of(Body);
}
