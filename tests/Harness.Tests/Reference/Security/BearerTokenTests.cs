using Harness.Reference.Security;
using NUnit.Framework;

namespace Harness.Tests.Reference.Security;

public sealed class BearerTokenTests
{
    [Test]
    public void A_token_matches_itself_alone_and_shows_nothing_of_itself()
    {
        var token = BearerToken.Of("secret-1");

        Assert.That(token.Matches("secret-1"), Is.True);
        Assert.That(token.Matches("secret-2"), Is.False);
        Assert.That($"{token}", Does.Not.Contain("secret-1"));
    }

    [TestCase("")]
    [TestCase("two words")]
    [TestCase("line\nfeed")]
    public void A_token_that_no_header_could_carry_is_refused(string token)
    {
        Assert.That(() => BearerToken.Of(token), Throws.ArgumentException);
    }

    [Test]
    public void A_token_is_read_from_a_file_without_the_line_end()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, "secret-1\n");
        try
        {
            Assert.That(BearerToken.From($"file:{path}").Matches("secret-1"), Is.True);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestCase("file:/no/such/file", "/no/such/file")]
    [TestCase("env:NO_SUCH_VARIABLE_HERE", "NO_SUCH_VARIABLE_HERE")]
    public void A_reference_that_leads_nowhere_is_named(string reference, string named)
    {
        Assert.That(
            () => BearerToken.From(reference), Throws.ArgumentException.With.Message.Contains(named));
    }

    [Test]
    public void A_token_in_place_of_a_reference_is_refused_and_not_repeated()
    {
        Assert.That(
            () => BearerToken.From("secret-1"),
            Throws.ArgumentException.With.Message.Contains("env:NAME").And.Message.Not.Contains("secret-1"));
    }
}
