using Harness.Reference.Errors;
using Harness.Reference.Rules;
using NUnit.Framework;

namespace Harness.Tests.Reference.Rules;

[TestFixture]
public sealed class RuleBookTests
{
    private static readonly RefusalRule<int> NotNegative = new(
        "TST-01", "not-negative", number => number < 0 ? new Refusal(ErrorCode.InvalidValue, "negative") : null);

    private static readonly RefusalRule<int> NotLarge = new(
        "TST-02", "not-large", number => number is > 9 or < -9 ? new Refusal(ErrorCode.InvalidValue, "large") : null);

    private static readonly Rule<int, bool> Even = new("TST-03", "even", number => number % 2 == 0);

    private readonly RuleBook book = RuleBook.Of(Even, NotLarge, NotNegative);

    [TestCase(5, null)]
    [TestCase(-5, "negative")]
    [TestCase(50, "large")]
    [TestCase(-50, "negative")]
    public void The_first_refusal_in_order_wins(int number, string? detail) =>
        Assert.That(book.FirstRefusal([NotNegative, NotLarge], number)?.Detail, Is.EqualTo(detail));

    [Test]
    public void A_replaced_rule_decides_in_the_copy_only()
    {
        var bent = book.Replace(new Rule<int, bool>("TST-03", "even", _ => true));

        Assert.That(bent.Decide(Even, 3), Is.True);
        Assert.That(book.Decide(Even, 3), Is.False);
    }

    [Test]
    public void A_refusal_rule_can_be_broken_so_that_it_never_refuses()
    {
        var bent = book.Replace(((IRefusalRule)NotNegative).NeverRefusing());

        Assert.That(bent.FirstRefusal([NotNegative, NotLarge], -5), Is.Null);
        Assert.That(bent.FirstRefusal([NotNegative, NotLarge], -50)?.Detail, Is.EqualTo("large"));
    }

    [Test]
    public void All_rules_are_listed_by_requirement_and_name() =>
        Assert.That(
            book.All.Select(rule => rule.Key),
            Is.EqualTo(["TST-01/not-negative", "TST-02/not-large", "TST-03/even"]));

    [Test]
    public void A_rule_that_is_registered_twice_is_an_error() =>
        Assert.That(() => RuleBook.Of(Even, Even), Throws.ArgumentException.With.Message.Contains("TST-03/even"));

    [Test]
    public void A_rule_that_is_not_registered_is_an_error() =>
        Assert.That(
            () => RuleBook.Of(Even).Decide(NotLarge, 1), Throws.ArgumentException.With.Message.Contains("TST-02"));

    [Test]
    public void A_replacement_of_another_kind_is_an_error() =>
        Assert.That(
            () => book.Replace(new Rule<string, bool>("TST-03", "even", _ => true)),
            Throws.ArgumentException.With.Message.Contains("TST-03"));
}
