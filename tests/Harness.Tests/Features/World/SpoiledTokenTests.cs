using Harness.Features.World;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class SpoiledTokenTests
{
    [TestCase("abcde", "abdde")]
    [TestCase("azz", "aaz")]
    [TestCase("A9-_", "A0-_")]
    [TestCase("--a--", "--b--")]
    [TestCase("---", "---x")]
    public void One_letter_is_replaced_by_another_of_its_kind(string token, string expected) =>
        Assert.That(SpoiledToken.Altered(token), Is.EqualTo(expected));

    [Test]
    public void A_token_cut_short_lacks_its_last_character() =>
        Assert.That(SpoiledToken.CutShort("token"), Is.EqualTo("toke"));

    [Test]
    public void An_invented_token_has_the_look_of_the_real_one_and_nothing_else_of_it()
    {
        var invented = SpoiledToken.Invented("Abcdef-012345.XYZuvw", new Random(7));

        Assert.That(invented, Does.Match("^[A-Z][a-z]{5}-[0-9]{6}\\.[A-Z]{3}[a-z]{3}$"));
        Assert.That(invented, Is.Not.EqualTo("Abcdef-012345.XYZuvw"));
    }
}
