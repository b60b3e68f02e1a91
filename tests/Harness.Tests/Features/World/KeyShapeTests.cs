using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Features.World;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class KeyShapeTests
{
    [TestCase("a CAK of 15 octets", "cak", 30)]
    [TestCase("a CAK of 32 octets", "cak", 64)]
    [TestCase("a CKN of 1 octet", "ckn", 2)]
    [TestCase("a CKN of 33 octets", "ckn", 66)]
    [TestCase("a CAK with a digit too many", "cak", 33)]
    [TestCase("a CKN with a digit too many", "ckn", 33)]
    [TestCase("an empty CKN", "ckn", 0)]
    public void A_part_of_a_length_is_hex_of_that_length(string words, string field, int digits)
    {
        var value = Json.Text(Applied(words), field)!;
        Assert.That(value, Has.Length.EqualTo(digits));
        Assert.That(value, Has.All.Matches<char>(char.IsAsciiHexDigit));
    }

    [TestCase("a CAK that is not hex", "cak")]
    [TestCase("a CKN that is not hex", "ckn")]
    public void What_is_not_hex_has_the_length_of_a_good_one(string words, string field)
    {
        var value = Json.Text(Applied(words), field)!;
        Assert.That(value, Has.Length.EqualTo(32));
        Assert.That(value, Has.Some.Matches<char>(digit => !char.IsAsciiHexDigit(digit)));
    }

    [TestCase("no CAK", "cak")]
    [TestCase("no CKN", "ckn")]
    public void A_part_that_is_not_given_is_left_out(string words, string field) =>
        Assert.That(Applied(words).ContainsKey(field), Is.False);

    [Test]
    public void The_other_part_is_left_alone() =>
        Assert.That(Json.Text(Applied("a CAK of 17 octets"), "ckn"), Is.EqualTo("0b"));

    [Test]
    public void A_ckn_that_is_in_use_is_not_taken_again()
    {
        var taken = Enumerable.Range(0, 256).Select(octet => octet.ToString("X2")).Where(hex => hex != "7F").ToList();
        Assert.That(Json.Text(Applied("a CKN of 1 octet", taken), "ckn"), Is.EqualTo("7f"));
    }

    [TestCase("a CAK of many octets")]
    [TestCase("a key")]
    public void Other_words_are_not_understood(string words) =>
        Assert.That(() => KeyShape.Parse(words), Throws.TypeOf<FormatException>());

    [TestCase("a CAK of 16 octets")]
    [TestCase("a CKN of 1 octet")]
    [TestCase("an empty CAK")]
    [TestCase("a CKN with a digit too many")]
    public void Steps_and_parser_know_the_same_words(string words) =>
        Assert.That(words, Does.Match(new Regex($"^(?:{KeyShape.Words})$")));

    private static JsonObject Applied(string words, IReadOnlyCollection<string>? taken = null)
    {
        var body = new JsonObject { ["cak"] = "0a", ["ckn"] = "0b" };
        KeyShape.Parse(words).Apply(body, new TestData(7), taken ?? []);
        return body;
    }
}
