using System.Text;
using Harness.Features.Judging;
using Harness.Protocol.Client;
using NUnit.Framework;

namespace Harness.Tests.Features.Judging;

public sealed class RefusalLikenessTests
{
    [Test]
    public void Refusals_that_differ_in_the_id_that_was_asked_for_are_alike() => Assert.That(
        Differences("""{"detail":"no c-1"}""", """{"detail":"no c-2"}""", """{"detail":"no c-3"}"""),
        Is.Empty);

    [Test]
    public void What_differs_from_one_refusal_to_the_next_anyway_does_not_count() => Assert.That(
        Differences(
            """{"detail":"no","trace":"x7"}""",
            """{"detail":"no","trace":"k2"}""",
            """{"detail":"no","trace":"q9"}"""),
        Is.Empty);

    [Test]
    public void Another_word_for_what_exists_is_found() => Assert.That(
        Differences("""{"detail":"not yours"}""", """{"detail":"not found"}""", """{"detail":"not found"}"""),
        Has.Exactly(1).Contains("$.detail"));

    [Test]
    public void A_field_only_for_what_exists_is_found() => Assert.That(
        Differences("""{"detail":"no","owner":"b"}""", """{"detail":"no"}""", """{"detail":"no"}"""),
        Has.Exactly(1).Contains("$.owner"));

    [Test]
    public void A_field_that_what_exists_lacks_is_found() => Assert.That(
        Differences("{}", """{"detail":"no"}""", """{"detail":"no"}"""),
        Has.Exactly(1).Contains("$.detail"));

    [Test]
    public void Another_status_is_found()
    {
        var differences = RefusalLikeness.Differences(
            Refusal(403, "", "c-1"),
            Refusal(404, "", "c-2"),
            Refusal(404, "", "c-3"));

        Assert.That(differences, Is.EqualTo(new[] { "status: 404 for what never was, 403 for it" }));
    }

    [Test]
    public void Text_that_is_no_json_is_compared_whole() => Assert.That(
        Differences("c-1 is not yours", "c-2 is not there", "c-3 is not there"),
        Has.Exactly(1).Contains("body"));

    private static IReadOnlyList<string> Differences(string existing, string before, string after) =>
        RefusalLikeness.Differences(
            Refusal(404, existing, "c-1"),
            Refusal(404, before, "c-2"),
            Refusal(404, after, "c-3"));

    private static RefusalLikeness.Refusal Refusal(int status, string body, string id) =>
        new(new RawResponse(status, new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body)), id);
}
