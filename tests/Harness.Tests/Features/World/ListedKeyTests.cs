using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Features.World;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class ListedKeyTests
{
    [Test]
    public void A_key_is_read_with_its_id_alone()
    {
        var key = Read("""
            {"name":"providers/b/environments/e/interconnects/i/channels/c/macSecKeys/k1","active":true,
             "startTime":"2026-03-01T10:00:00Z","ckn":"0a"}
            """);
        var start = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
        Assert.That(key, Is.EqualTo(new ListedKey("k1", true, start, "0a")));
    }

    [Test]
    public void What_is_left_out_is_the_default() =>
        Assert.That(Read("""{"name":"macSecKeys/k1"}"""), Is.EqualTo(new ListedKey("k1", false, null, null)));

    [Test]
    public void A_key_without_a_name_fails_the_check() =>
        Assert.That(() => Read("""{"active":true}"""), Throws.TypeOf<CheckFailedException>());

    [Test]
    public void The_key_material_is_not_shown() =>
        Assert.That($"{Read("""{"name":"macSecKeys/k1","ckn":"0a","cak":"0b"}""")}", Is.EqualTo("k1 (not active)"));

    private static ListedKey Read(string json) => ListedKey.Read((JsonObject)JsonNode.Parse(json)!);
}
