using Harness.Features.Judging;
using NUnit.Framework;

namespace Harness.Tests.Features.Judging;

public sealed class SecretSearchTests
{
    private const string Secret = "aB+/c\"d==";

    [TestCase("""the key aB+/c"d== is unknown""")]
    [TestCase("""{"detail":"unknown key aB+/c\"d=="}""")]
    [TestCase("""{"detail":"unknown key aB\u002B\/c\u0022d=="}""")]
    [TestCase("/confirm?key=aB%2B%2Fc%22d%3D%3D")]
    [TestCase("""{"log":"{\"key\":\"aB+/c\\\"d==\"}"}""")]
    [TestCase("""AB+/C"D==""")]
    public void A_secret_is_found_in_every_notation(string text) =>
        Assert.That(SecretSearch.Holds(text, Secret), Is.True);

    [TestCase("")]
    [TestCase("the key is unknown")]
    [TestCase("aB+/c")]
    public void Text_without_the_secret_is_clean(string text) =>
        Assert.That(SecretSearch.Holds(text, Secret), Is.False);

    [Test]
    public void An_empty_secret_is_an_error_of_the_caller() =>
        Assert.That(() => SecretSearch.Holds("text", ""), Throws.ArgumentException);
}
