using System.Text.Json.Nodes;
using Harness.Features.Target.Hooks;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Hooks;

public sealed class JsonPathTests
{
    private static readonly JsonNode Document = JsonNode.Parse(
        """{"a":{"b.c":[{"id":"x"},{"id":"y"},{"no":1}]},"n":5,"z":null}""")!;

    [TestCase("$.n", "5")]
    [TestCase("$.a['b.c'][1].id", "\"y\"")]
    [TestCase("$.a[\"b.c\"][*].id", "[\"x\",\"y\"]")]
    [TestCase("$.a.missing", null)]
    [TestCase("$.a['b.c'][9]", null)]
    [TestCase("$.n.deeper", null)]
    [TestCase("$.n[0]", null)]
    [TestCase("$.a[0]", null)]
    [TestCase("$.z", null)]
    [TestCase("$.n[*]", null)]
    public void A_path_finds_its_value_or_nothing(string text, string? expected)
    {
        Assert.That(JsonPath.TryParse(text, out var path), Is.True);
        Assert.That(path!.Find(Document)?.ToJsonString(), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("a.b")]
    [TestCase("$a")]
    [TestCase("$.")]
    [TestCase("$..a")]
    [TestCase("$[")]
    [TestCase("$[]")]
    [TestCase("$[-1]")]
    [TestCase("$[a]")]
    public void What_is_no_path_is_refused(string text) => Assert.That(JsonPath.TryParse(text, out _), Is.False);

    [Test]
    public void The_whole_document_is_a_path()
    {
        Assert.That(JsonPath.TryParse("$", out var path), Is.True);
        Assert.That(path!.IsWhole, Is.True);
        Assert.That(path.Find(Document), Is.SameAs(Document));
    }
}
