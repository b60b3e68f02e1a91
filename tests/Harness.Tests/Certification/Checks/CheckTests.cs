using Harness.Certification.Checks;
using NUnit.Framework;

namespace Harness.Tests.Certification.Checks;

[TestFixture]
public sealed class CheckTests
{
    private static readonly TestCaseData[] Broken =
    [
        Case(() => Check.That("it", false, "this", "that"), "it: expected this, found that"),
        Case(() => Check.Equal("the status", 409, 200), "the status: expected 409, found 200"),
        Case(() => Check.Equal("the name", "a", null), "the name: expected \"a\", found none"),
        Case(() => Check.NotEqual("the id", "a", "a"), "the id: expected anything but \"a\", found \"a\""),
        Case(() => Check.OneOf("the status", [200, 404], 500), "the status: expected one of [200, 404], found 500"),
        Case(() => Check.InRange("the size", 1, 3, 4), "the size: expected 1 to 3, found 4"),
        Case(() => Check.InRange("the size", 1, 3, 0), "the size: expected 1 to 3, found 0"),
        Case(() => Check.Present<string>("the key", null), "the key: expected a value, found none"),
        Case(() => Check.Absent("the key", "k"), "the key: expected none, found \"k\""),
        Case(() => Check.Contains("the names", "c", ["a"]), "the names: expected \"c\" among them, found [\"a\"]"),
        Case(() => Check.DoesNotContain("the names", "a", ["a"]), "the names: expected no \"a\", found [\"a\"]"),
        Case(() => Check.Empty("the list", [true]), "the list: expected none, found [true]"),
        Case(
            () => Check.SameItems("the list", [1, 2, 2], [2, 1, 3]),
            "the list: expected [1, 2, 2], found [2, 1, 3]; missing [2]; not expected [3]"),
    ];

    [TestCaseSource(nameof(Broken))]
    public void A_check_that_does_not_hold_says_what_was_expected_and_found(Action check, string message)
    {
        Assert.That(() => check(), Throws.TypeOf<CheckFailedException>().With.Message.EqualTo(message));
    }

    [Test]
    public void A_check_that_holds_is_silent()
    {
        Assert.That(
            () =>
            {
                Check.That("it", true, "this", "that");
                Check.Equal("it", 1, 1);
                Check.NotEqual("it", 1, 2);
                Check.OneOf("it", [1, 2], 2);
                Check.InRange("it", 1, 3, 3);
                Check.InRange("it", 1, 3, 1);
                Check.Present("it", "x");
                Check.Absent<string>("it", null);
                Check.Contains("it", 1, [1]);
                Check.DoesNotContain("it", 2, [1]);
                Check.Empty<int>("it", []);
                Check.SameItems("it", [1, 2, 2], [2, 1, 2]);
            },
            Throws.Nothing);
    }

    [Test]
    public void What_is_shown_stays_short()
    {
        Assert.That(Shown.Of(new string('x', 600)), Is.EqualTo($"\"{new string('x', 500)}... (600 characters)\""));
        Assert.That(Shown.All(Enumerable.Range(1, 22)), Does.EndWith("19, 20, and 2 more]"));
        Assert.That(
            Shown.Of(new DateTimeOffset(2026, 11, 20, 13, 0, 0, TimeSpan.FromHours(1))),
            Is.EqualTo("2026-11-20T12:00:00Z"));
    }

    private static TestCaseData Case(Action check, string message) =>
        new TestCaseData(check, message).SetArgDisplayNames(message);
}
