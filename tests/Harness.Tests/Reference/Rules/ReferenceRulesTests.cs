using System.Text.RegularExpressions;
using Harness.Reference;
using Harness.Reference.Rules;
using NUnit.Framework;

namespace Harness.Tests.Reference.Rules;

[TestFixture]
public sealed partial class ReferenceRulesTests
{
    [Test]
    public void Every_rule_names_a_requirement_and_says_what_it_demands() =>
        Assert.That(
            ReferenceRules.Standard.All.Select(rule => rule.Key), Is.All.Match(KeyForm()).And.Not.Empty);

    [Test]
    public void Every_rule_can_be_replaced()
    {
        foreach (var rule in ReferenceRules.Standard.All)
            Assert.That(ReferenceRules.Standard.Replace(rule).All, Has.Count.EqualTo(
                ReferenceRules.Standard.All.Count));
    }

    [Test]
    public void A_rule_that_decides_a_refusal_can_be_broken_without_knowing_its_case()
    {
        foreach (var rule in ReferenceRules.Standard.All.Where(rule => rule.DecisionType.Name == "Refusal"))
            Assert.That(rule, Is.InstanceOf<IRefusalRule>(), rule.Key);
    }

    [GeneratedRegex("^[A-Z]{3}-[0-9]{2}/[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KeyForm();
}
