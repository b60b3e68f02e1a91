using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Harness.Certification.Evidence;
using NUnit.Framework;

namespace Harness.Tests.Certification.Evidence;

/// <summary>Whatever a secret looks like and wherever it turns up, it is not in what is recorded (SEC-05).</summary>
[TestFixture]
public sealed class RedactionPropertyTests
{
    private static readonly Gen<string> Secrets =
        from length in Gen.Choose(8, 40)
        from characters in Gen.Elements("abcXYZ0123456789+/=&%?\"'\\ <>{}é€".ToCharArray()).ArrayOf(length)
        let secret = new string(characters)
        where secret.Trim().Length == length && secret.Distinct().Count() > 4
        select secret;

    private static readonly Arbitrary<(string Secret, string Around)> Cases =
        (from secret in Secrets
         from around in Gen.Elements("", "x", "xy", "xyz", "a long piece of text before it ")
         select (secret, around)).ToArbitrary();

    [Test]
    public void No_secret_is_in_a_body_whose_field_holds_it() => Hold(it =>
    {
        var body = JsonSerializer.Serialize(new { before = it.Around, cak = it.Secret, after = it.Secret });

        return !Fresh().Body(body).Contains(it.Secret, StringComparison.OrdinalIgnoreCase);
    });

    [Test]
    public void No_secret_is_in_a_body_that_is_cut_off() => Hold(it =>
    {
        var body = JsonSerializer.Serialize(new { cak = it.Secret, after = it.Around })[..^2];

        return !Fresh().Body(body).Contains(JsonEncodedText.Encode(it.Secret).ToString());
    });

    [Test]
    public void No_known_secret_is_in_a_text_plain_or_escaped() => Hold(it =>
    {
        var redactor = Fresh();
        redactor.Learn(it.Secret);
        var escaped = Uri.EscapeDataString(it.Secret);
        var json = JsonSerializer.Serialize(it.Secret)[1..^1];

        var clean = redactor.Text($"{it.Around}{it.Secret} {escaped} {json}{it.Around}");

        return new[] { it.Secret, escaped, json }.All(form => !clean.Contains(form, StringComparison.Ordinal));
    });

    [Test]
    public void No_known_secret_can_be_decoded_from_base64() => Hold(it =>
    {
        var redactor = Fresh();
        redactor.Learn(it.Secret);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(it.Around + it.Secret + it.Around));

        return redactor.Text(encoded) != encoded && redactor.Text(encoded).Contains(
            Redactor.Mark,
            StringComparison.Ordinal);
    });

    private static void Hold(Func<(string Secret, string Around), bool> property) =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Cases, property));

    private static Redactor Fresh() => new(RedactionRules.Default with { Fields = ["cak"] });
}
