using Harness.Certification.Selecting;
using NUnit.Framework;

namespace Harness.Tests.Certification.Selecting;

[TestFixture]
public sealed class TagExpressionTests
{
    [TestCase("@a", "@a", true)]
    [TestCase("@a", "@b", false)]
    [TestCase("not @a", "@b", true)]
    [TestCase("not not @a", "@a", true)]
    [TestCase("@a and @b", "@a", false)]
    [TestCase("@a and @b", "@a @b", true)]
    [TestCase("@a or @b", "@b", true)]
    [TestCase("@a and not (@b or @c)", "@a", true)]
    [TestCase("@a and not (@b or @c)", "@a @c", false)]
    [TestCase("(@a)and(@b)", "@a @b", true)]
    public void An_expression_matches_tags(string expression, string tags, bool matches)
    {
        var parsed = TagExpression.Parse(expression);

        Assert.That(parsed.Matches(tags.Split(' ')), Is.EqualTo(matches));
    }

    [Test]
    public void And_binds_closer_than_or()
    {
        var parsed = TagExpression.Parse("@a or @b and @c");

        Assert.That(parsed.Matches(["@a"]), Is.True);
    }

    [TestCase("", "Expected a tag such as @COM-01, found the end at column 1")]
    [TestCase("@a @b", "Expected \"and\", \"or\" or the end, found \"@b\" at column 4")]
    [TestCase("@a and", "Expected a tag such as @COM-01, found the end at column 7")]
    [TestCase("@a and (@b", "Expected \")\", found the end at column 11")]
    [TestCase("COM-01", "Expected a tag such as @COM-01, found \"COM-01\" at column 1")]
    [TestCase("@", "Expected a tag such as @COM-01, found \"@\" at column 1")]
    [TestCase("@a )", "Expected \"and\", \"or\" or the end, found \")\" at column 4")]
    [TestCase("@a AND @b", "Expected \"and\", \"or\" or the end, found \"AND\" at column 4")]
    public void What_is_not_an_expression_is_refused_with_its_place(string expression, string message)
    {
        Assert.That(
            () => TagExpression.Parse(expression),
            Throws.TypeOf<TagExpressionException>().With.Message.EqualTo(message));
    }

    [Test]
    public void Nesting_without_end_is_refused()
    {
        var expression = new string('(', 5_000) + "@a";

        Assert.That(() => TagExpression.Parse(expression), Throws.TypeOf<TagExpressionException>());
    }
}
