using Harness.Lab.Measuring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Measuring;

public sealed class ConvergenceTests
{
    [TestCase("--++", 1, 2)]
    [TestCase("+-+", 1, 2)]
    [TestCase("-", null, null)]
    [TestCase("++", null, 0)]
    [TestCase("+-", null, null)]
    [TestCase("", null, null)]
    public void It_is_the_first_look_from_which_on_it_holds(string looks, int? without, int? with)
    {
        var found = Convergence.Of(looks.Select((look, at) => (TimeSpan.FromSeconds(at), look == '+')));

        Assert.That(found?.FirstWith.TotalSeconds, Is.EqualTo(with));
        Assert.That(found?.LastWithout?.TotalSeconds, Is.EqualTo(without));
    }
}
