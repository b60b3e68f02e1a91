using Harness.Features.World;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class MaintenanceOverlapTests
{
    private static readonly MaintenanceWindow Standing =
        new(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(30));

    [TestCase("begins within it", 10, 40)]
    [TestCase("ends within it", -10, 20)]
    [TestCase("lies within it", 10, 20)]
    [TestCase("encloses it", -10, 40)]
    [TestCase("coincides with it", 0, 30)]
    [TestCase("begins an hour after it", 90, 120)]
    public void A_wish_lies_to_what_stands_as_the_words_say(string words, int from, int to)
    {
        var asked = new MaintenanceOverlap(words).To(Standing);

        Assert.That(asked.Start, Is.EqualTo(Standing.Start.AddMinutes(from)));
        Assert.That(asked.End, Is.EqualTo(Standing.Start.AddMinutes(to)));
        Assert.That(MaintenanceOverlap.All.Split('|'), Does.Contain(words));
    }
}
