using Harness.Features.World;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class MtuChoiceTests
{
    [TestCase("a lower highest MTU", 8900)]
    [TestCase("a higher highest MTU", 9000)]
    [TestCase("two ranges of MTUs, the higher one listed first", 8800)]
    public void The_highest_common_MTU_is_as_the_words_say(string words, int highest)
    {
        var ranges = new MtuChoice(words).Of(1500, 9000, 100);

        Assert.That(ranges.Max(range => Math.Min(range.Stop ?? 0, 9000)), Is.EqualTo(highest));
        Assert.That(MtuChoice.All.Split('|'), Does.Contain(words));
    }
}
