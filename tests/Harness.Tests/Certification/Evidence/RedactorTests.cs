using System.Text;
using System.Text.Json.Nodes;
using Harness.Certification.Evidence;
using NUnit.Framework;

namespace Harness.Tests.Certification.Evidence;

[TestFixture]
public sealed class RedactorTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [TestCase("""{"cak":"$"}""", """{"cak":"[redacted]"}""")]
    [TestCase("""{"CAK":"$","ckn":"01"}""", """{"CAK":"[redacted]","ckn":"01"}""")]
    [TestCase("""[{"cak":"$"},{"b":{"cak":"$"}}]""", """[{"cak":"[redacted]"},{"b":{"cak":"[redacted]"}}]""")]
    [TestCase("""{"cak":123456}""", """{"cak":"[redacted]"}""")]
    [TestCase("""{"cak":{"deep":"$"}}""", """{"cak":"[redacted]"}""")]
    [TestCase("""{"cak":null}""", """{"cak":null}""")]
    [TestCase("""{"cak":"ab"}""", """{"cak":"[redacted]"}""")]
    [TestCase("""{"a":1}""", """{"a":1}""")]
    public void Secret_fields_are_taken_out_of_JSON(string body, string redacted)
    {
        Assert.That(Redactor().Body(body.Replace("$", Secret)), Is.EqualTo(redacted));
    }

    [TestCase("""{"cak":"$", """)]
    [TestCase("""{"cak":"$""")]
    [TestCase("""{"cak":"$","cak":"$"}""")]
    [TestCase("cak=$&x=1")]
    [TestCase("cak: $")]
    [TestCase("'cak' : '$'")]
    public void Secret_fields_are_taken_out_of_what_is_not_JSON(string body)
    {
        Assert.That(Redactor().Body(body.Replace("$", Secret)), Does.Not.Contain(Secret).And.Contain("[redacted]"));
    }

    [Test]
    public void What_was_seen_in_a_secret_field_is_taken_out_everywhere_after()
    {
        var redactor = Redactor();
        redactor.Body($$"""{"cak":"{{Secret}}"}""");

        Assert.That(redactor.Text($"refused {Secret.ToUpperInvariant()}"), Is.EqualTo("refused [redacted]"));
        Assert.That(redactor.Body($$"""{"detail":"bad {{Secret}}"}"""), Is.EqualTo("""{"detail":"bad [redacted]"}"""));
        Assert.That(redactor.Text($"https://t/x?q={Secret}"), Is.EqualTo("https://t/x?q=[redacted]"));
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("xy")]
    [TestCase("{\"a\":\"")]
    public void A_secret_inside_of_base64_is_taken_out(string before)
    {
        var redactor = Redactor();
        redactor.Learn("s3cret/+key?!\u00ff");
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}s3cret/+key?!\u00ff and more"));

        var clean = redactor.Text(encoded);

        Assert.That(clean, Does.Contain("[redacted]"));
        Assert.That(clean, Has.Length.LessThan(encoded.Length));
    }

    [Test]
    public void A_secret_is_found_escaped_too()
    {
        var redactor = Redactor();
        redactor.Learn("a+b/c=\"d\"é");

        Assert.That(redactor.Text($"?k={Uri.EscapeDataString("a+b/c=\"d\"é")}"), Is.EqualTo("?k=[redacted]"));
        Assert.That(redactor.Text(JsonValue.Create("a+b/c=\"d\"é").ToJsonString()), Is.EqualTo("\"[redacted]\""));
    }

    [Test]
    public void A_credential_header_keeps_its_scheme_and_its_token_is_learnt()
    {
        var redactor = Redactor();

        Assert.That(redactor.Header("authorization", "Bearer token-11").Value, Is.EqualTo("Bearer [redacted]"));
        Assert.That(redactor.Header("Authorization", "token-22").Value, Is.EqualTo("[redacted]"));
        Assert.That(redactor.Header("X-Echo", "got token-11").Value, Is.EqualTo("got [redacted]"));
        Assert.That(redactor.Text("token-22"), Is.EqualTo("[redacted]"));
    }

    [Test]
    public void Literals_are_secret_from_the_start()
    {
        var redactor = new Redactor(RedactionRules.Default with { Literals = ["hunter22"] });

        Assert.That(redactor.Text("it is hunter22"), Is.EqualTo("it is [redacted]"));
    }

    [Test]
    public void A_short_value_is_not_looked_for_in_innocent_text()
    {
        var redactor = Redactor();
        redactor.Body("""{"cak":"abcdefg"}""");

        Assert.That(redactor.Text("abcdefg"), Is.EqualTo("abcdefg"));
    }

    [Test]
    public void A_query_parameter_is_secret_by_its_name()
    {
        Assert.That(
            Redactor().Url($"https://t/x?cak={Secret}&pageSize=2"),
            Is.EqualTo("https://t/x?cak=[redacted]&pageSize=2"));
    }

    [Test]
    public void Prose_about_a_secret_field_is_left_readable_and_nothing_is_learnt_of_it()
    {
        var redactor = new Redactor(RedactionRules.Default with { Fields = ["key"] });
        const string prose = "the channel's key: expected none, found one";

        Assert.That(redactor.Text(prose), Is.EqualTo(prose));
        Assert.That(redactor.Body("the key: expected that"), Is.EqualTo("the key: [redacted] that"));
        Assert.That(redactor.Text("expected"), Is.EqualTo("expected"));
    }

    [Test]
    public void A_secret_field_quoted_in_prose_is_taken_out()
    {
        Assert.That(
            Redactor().Text($$"""found {"cak": "{{Secret}}"} in the answer"""),
            Is.EqualTo("""found {"cak": "[redacted]"} in the answer"""));
    }

    private static Redactor Redactor() => new(RedactionRules.Default with { Fields = ["cak"] });
}
