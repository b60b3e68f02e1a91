using Harness.Certification.Loading;
using Harness.Certification.Waivers;
using NUnit.Framework;

namespace Harness.Tests.Certification.Waivers;

[TestFixture]
public sealed class WaiverFileTests
{
    [Test]
    public void A_waiver_has_a_requirement_a_reason_and_an_end()
    {
        var waivers = TestSuite.Ready(Load("""
            waivers:
              - requirement: COM-01
                reason: mended in release 7
                expires: 2027-01-31
            """));

        Assert.That(waivers, Is.EqualTo([new Waiver("COM-01", "mended in release 7", new DateOnly(2027, 1, 31))]));
    }

    [TestCase("requirement: COM-09", "There is no requirement COM-09; did you mean \"COM-01\"?")]
    [TestCase("requirement: COM-03", "A deviation from COM-03 is a warning, which needs no waiver: remove it")]
    [TestCase("requirement: LAT-01", "Nothing decides LAT-01, so that it cannot fail: remove the waiver")]
    public void A_waiver_of_what_cannot_fail_is_refused(string requirement, string message)
    {
        var errors = TestSuite.Errors(Load($"waivers:\n  - {requirement}\n    reason: r\n    expires: 2027-01-31"));

        Assert.That(errors, Is.EqualTo([$"w.yaml:2: {message}"]));
    }

    [Test]
    public void A_second_waiver_of_the_same_requirement_is_refused()
    {
        const string one = "  - {requirement: COM-01, reason: r, expires: 2027-01-31}\n";

        Assert.That(
            TestSuite.Errors(Load($"waivers:\n{one}{one}")),
            Is.EqualTo(["w.yaml:3: COM-01 is waived twice: remove one"]));
    }

    [TestCase("soon")]
    [TestCase("31.01.2027")]
    [TestCase("2027-02-30")]
    public void An_end_that_is_no_day_is_refused(string expires)
    {
        var errors = TestSuite.Errors(
            Load($"waivers:\n  - requirement: COM-01\n    reason: r\n    expires: {expires}"));

        Assert.That(errors, Is.EqualTo([$"w.yaml:4: Expected a day such as 2027-01-31, found \"{expires}\""]));
    }

    [Test]
    public void A_waiver_without_reason_or_end_is_refused()
    {
        Assert.That(TestSuite.Errors(Load("waivers:\n  - requirement: COM-01")), Is.EqualTo([
            "w.yaml:2: Expected a \"expires\", found none",
            "w.yaml:2: Expected a \"reason\", found none",
        ]));
    }

    private static Loaded<IReadOnlyList<Waiver>> Load(string yaml) =>
        WaiverFile.Load("w.yaml", yaml, TestSuite.Catalogue);
}
