using Harness.Certification.Loading;
using NUnit.Framework;

namespace Harness.Tests.Certification.Loading;

[TestFixture]
public sealed class CucumberExpressionTests
{
    [TestCase("a {int} b", "a -42 b", "-42")]
    [TestCase("a {float} b", "a 1.5 b", "1.5")]
    [TestCase("a {word} b", "a east-7 b", "east-7")]
    [TestCase("say {string}", "say \"a \\\"b\\\" c\"", "a \"b\" c")]
    [TestCase("say {string}", "say 'one'", "one")]
    [TestCase("say {string}", "say \"\"", "")]
    [TestCase("all of {}", "all of the rest", "the rest")]
    [TestCase("{int} channel(s)", "1 channel", "1")]
    [TestCase("{int} channel(s)", "2 channels", "2")]
    [TestCase("the call is refused/declined with {int}", "the call is declined with 409", "409")]
    [TestCase("a client/server(s) of {word}", "a servers of x", "x")]
    [TestCase(@"{int}\/{int} duty", "2/3 duty", "2,3")]
    [TestCase(@"10\/100 \(full\) \{x}", "10/100 (full) {x}", "")]
    [TestCase("dots. are + literal?", "dots. are + literal?", "")]
    public void A_text_matches_and_yields_its_arguments(string expression, string text, string arguments)
    {
        Assert.That(Match(expression, text), Is.EqualTo(arguments));
    }

    [TestCase("a {int} b", "a x b")]
    [TestCase("a {int}", "a 1 b")]
    [TestCase("a {word}", "a b c")]
    [TestCase("{int} channel(s)", "1 channelss")]
    [TestCase("dots.", "dotsx")]
    [TestCase("refused/declined", "refuseddeclined")]
    public void Another_text_does_not_match(string expression, string text)
    {
        Assert.That(Match(expression, text), Is.Null);
    }

    [TestCase("a {itn}", "There is no parameter type \"itn\"; did you mean \"int\"?")]
    [TestCase("a {int", "Expected a } to end the parameter at \"{int\"")]
    [TestCase("a (b", "Expected a ) to end the optional text in \"a (b\"")]
    [TestCase("a ()", "Expected text between ( and ) in \"a ()\"; write \\( for a bracket")]
    [TestCase("a ({int})", "Expected plain text in ( ), found { in \"a ({int})\"")]
    [TestCase("a /b", "Expected text on both sides of / in \"a /b\"; write \\/ for a slash")]
    [TestCase("a b/", "Expected text on both sides of / in \"a b/\"; write \\/ for a slash")]
    public void An_ill_formed_expression_is_refused(string expression, string message)
    {
        Assert.That(
            () => Match(expression, "a"),
            Throws.TypeOf<ExpressionException>().With.Message.EqualTo(message));
    }

    [Test]
    public void Between_caret_and_dollar_stands_a_regular_expression()
    {
        Assert.That(Match(@"^(\d+) of (\w+)$", "7 of nine"), Is.EqualTo("7,nine"));
        Assert.That(
            () => Match("^($", "a"),
            Throws.TypeOf<ExpressionException>().With.Message.StartsWith("Not a regular expression"));
    }

    private static string? Match(string expression, string text)
    {
        var types = ParameterType.BuiltIn.ToDictionary(type => type.Name);
        var found = StepPattern.Compile(expression, types).Match(text);
        return found is null ? null : string.Join(',', found.Select(it => it.Type?.Plain(it.Text) ?? it.Text));
    }
}
