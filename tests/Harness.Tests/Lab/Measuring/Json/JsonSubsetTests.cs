using System.Text.Json.Nodes;
using Harness.Lab.Measuring.Json;
using NUnit.Framework;

namespace Harness.Tests.Lab.Measuring.Json;

public sealed class JsonSubsetTests
{
    [TestCase("""{"a": 1}""", """{"a": 1, "b": 2}""")]
    [TestCase("""{"a": {"b": [3]}}""", """{"a": {"b": [1, 2, 3], "c": null}}""")]
    [TestCase("""[{"x": 2}, {"x": 1}]""", """[{"x": 1, "y": 1}, {"x": 2}]""")]
    [TestCase("""{"gone": null}""", """{}""")]
    [TestCase("""{"gone": null}""", """{"gone": null}""")]
    [TestCase("1", "1.0")]
    [TestCase("[]", "[1]")]
    public void What_holds_all_that_is_expected_fits(string expected, string actual) =>
        Assert.That(Differences(expected, actual), Is.Empty);

    [TestCase("""{"a": 1}""", """{"a": 2}""", "$.a: expected 1, found 2")]
    [TestCase("""{"a": 1}""", """{}""", "$.a: expected 1, found nothing")]
    [TestCase("""{"a": null}""", """{"a": 5}""", "$.a: expected nothing, found 5")]
    [TestCase("""{"p": {"s": "Established"}}""", """{"p": {"s": "Active"}}""",
        "$.p.s: expected \"Established\", found \"Active\"")]
    [TestCase("""{"a": [1]}""", """{"a": 1}""", "$.a: expected [1], found 1")]
    [TestCase("[1, 1]", "[1]", "$[1]: expected 1, found no further item")]
    [TestCase("[1, 1]", "[1, 2]", "$[1]: expected 1, found 2")]
    [TestCase("""[{"n": 1, "s": "up"}]""", """[{"n": 2, "s": "no"}, {"n": 1, "s": "down"}]""",
        "$[0].s: expected \"up\", found \"down\"")]
    [TestCase("true", "null", "$: expected true, found null")]
    public void What_differs_is_told_with_its_path(string expected, string actual, string difference) =>
        Assert.That(Differences(expected, actual), Is.EqualTo(new[] { difference }));

    [Test]
    public void Every_difference_is_told() => Assert.That(
        Differences("""{"a": 1, "b": {"c": 2, "d": 3}}""", """{"a": 0, "b": {"c": 0, "d": 3}}"""),
        Has.Count.EqualTo(2));

    private static IReadOnlyList<string> Differences(string expected, string actual) =>
        JsonSubset.Differences(JsonNode.Parse(expected), JsonNode.Parse(actual));
}
