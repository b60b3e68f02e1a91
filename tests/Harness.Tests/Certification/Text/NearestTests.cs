using Harness.Certification.Text;
using NUnit.Framework;

namespace Harness.Tests.Certification.Text;

[TestFixture]
public sealed class NearestTests
{
    [TestCase("mac-4", ExpectedResult = "MAC-04")]
    [TestCase("COM-0", ExpectedResult = "COM-01")]
    [TestCase("something else entirely", ExpectedResult = null)]
    public string? A_mistyped_word_finds_the_nearest(string word) => Nearest.Of(word, ["COM-01", "MAC-04"]);

    [Test]
    public void Without_candidates_there_is_no_hint()
    {
        Assert.That(Nearest.Hint("word", []), Is.Empty);
    }
}
