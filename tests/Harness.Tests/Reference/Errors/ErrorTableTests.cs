using Harness.Reference.Errors;
using NUnit.Framework;

namespace Harness.Tests.Reference.Errors;

[TestFixture]
public sealed class ErrorTableTests
{
    [Test]
    public void Every_code_has_a_line_of_its_own() =>
        Assert.That(ErrorTable.All.Select(line => line.Code), Is.EqualTo(Enum.GetValues<ErrorCode>()));

    [Test]
    public void Words_tell_the_codes_apart() =>
        Assert.That(ErrorTable.All.Select(line => line.Word), Is.Unique.And.All.Match("^[a-z]+(-[a-z]+)*$"));

    [Test]
    public void Only_a_fault_of_the_coordinator_itself_is_5xx() =>
        Assert.That(
            ErrorTable.All.Where(line => line.Status >= 500).Select(line => line.Code),
            Is.EqualTo([ErrorCode.Internal, ErrorCode.ShuttingDown]));

    [Test]
    public void A_refusal_becomes_problem_details_that_name_its_requirement()
    {
        var details = new Refusal(ErrorCode.Taken, "FEA-08", "expected this, found that; do so").ToDetails();

        Assert.That(details.Type, Is.EqualTo("urn:connection-coordinator:error:taken"));
        Assert.That(details.Status, Is.EqualTo(409));
        Assert.That(details.Detail, Is.EqualTo("expected this, found that; do so"));
        Assert.That(details.Extensions["requirement"], Is.EqualTo("FEA-08"));
    }

    [Test]
    public void A_refusal_without_a_requirement_takes_that_of_the_table() =>
        Assert.That(new Refusal(ErrorCode.Taken, "x").Requirement, Is.EqualTo("FEA-07"));
}
