using Harness.Features.World;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class SpansTests
{
    [TestCase("1 s", 1)]
    [TestCase("2 h", 7200)]
    [TestCase("1 h 59 m 59 s", 7199)]
    public void A_span_is_read_as_worded(string words, int seconds) =>
        Assert.That(Spans.Parse(words), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("1 day")]
    [TestCase("1 h 59")]
    [TestCase("h")]
    [TestCase("-1 s")]
    public void Other_words_are_not_understood(string words) =>
        Assert.That(() => Spans.Parse(words), Throws.InstanceOf<FormatException>());
}
