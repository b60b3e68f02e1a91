using System.Globalization;
using System.Xml.Linq;
using Harness.Lab.Measuring.Loss;
using Harness.Lab.Pictures;
using NUnit.Framework;

namespace Harness.Tests.Lab.Pictures;

public sealed class TimelinePictureTests
{
    private static readonly ChannelTrack[] Channels =
    [
        new("ix1/ch1", [(At(2), ChannelState.Carrying), (At(6), ChannelState.Drained), (At(8), ChannelState.Absent)]),
        new("ix1/ch2", [(At(0), ChannelState.Carrying)]),
    ];

    private static readonly TimelinePhase[] Phases =
    [
        new("before", At(0), At(5), []),
        new("drain, then delete", At(5), At(10),
        [
            ("red-aurora to red-borealis", new LossReport(20_000, 20_000, 0, 0, 0, TimeSpan.FromMilliseconds(1.25))),
            ("red-borealis to red-aurora", new LossReport(20_000, 19_948, 0, 3, 50, TimeSpan.FromMilliseconds(52))),
        ]),
    ];

    private static readonly XElement Picture =
        XElement.Parse(TimelinePicture.Of("Delete of a feature", Channels, Phases, At(10)));

    [Test]
    public void A_lane_shows_each_state_for_as_long_as_it_lasted()
    {
        var bars = Bars("ix1/ch1");

        Assert.That(bars.Select(bar => bar.Hint), Is.EqualTo(new[]
        {
            "ix1/ch1 no feature from 0.0 s", "ix1/ch1 carries traffic from 2.0 s", "ix1/ch1 drained from 6.0 s",
            "ix1/ch1 no feature from 8.0 s",
        }));
        Assert.That(bars.Select(bar => Math.Round(bar.Width / bars.Sum(it => it.Width), 3)),
            Is.EqualTo(new[] { 0.2, 0.4, 0.2, 0.2 }));
        Assert.That(bars.Select(bar => bar.Style).Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public void A_state_that_lasted_no_time_has_no_bar() =>
        Assert.That(
            Bars("ix1/ch2").Select(bar => bar.Hint), Is.EqualTo(new[] { "ix1/ch2 carries traffic from 0.0 s" }));

    [Test]
    public void Each_phase_tells_its_loss_and_longest_gap_in_both_directions() => Assert.That(Texts, Is.SupersetOf(new[]
    {
        "A  before, 0.0 s to 5.0 s",
        "B  drain, then delete, 5.0 s to 10.0 s",
        "red-aurora to red-borealis: 20000 sent, 20000 received, 0 lost (0 in a row), 0 reordered, 0 twice, "
            + "longest gap 1.3 ms",
        "red-borealis to red-aurora: 20000 sent, 19948 received, 52 lost (50 in a row), 3 reordered, 0 twice, "
            + "longest gap 52 ms",
    }));

    [Test]
    public void Only_states_that_occur_are_explained() => Assert.That(
        Texts, Has.Member("drained").And.Member("no feature").And.No.Member("under maintenance").And.No.Member("down"));

    [Test]
    public void A_state_that_lasted_no_time_is_not_explained() => Assert.That(
        TimelinePicture.Of("x", [Channels[1]], [], At(10)),
        Does.Contain("carries traffic").And.Not.Contain("no feature"));

    [TestCase(84, "title")]
    [TestCase(85, "strong")]
    public void A_title_is_small_where_it_would_be_cut_off(int length, string cssClass) => Assert.That(
        XElement.Parse(TimelinePicture.Of(new string('x', length), [], [], At(1))).Descendants()
            .First(it => it.Name.LocalName == "text").Attribute("class")?.Value,
        Is.EqualTo(cssClass));

    [TestCase(10, 11, "1 s")]
    [TestCase(0.5, 11, "0.05 s")]
    [TestCase(61, 7, "10 s")]
    [TestCase(3600, 8, "500 s")]
    public void The_scale_has_round_steps(double seconds, int ticks, string second)
    {
        var picture = XElement.Parse(TimelinePicture.Of("x", Channels, [], At(seconds)));
        var scale = picture.Descendants()
            .Where(it => it.Name.LocalName == "text" && (string?)it.Attribute("class") == "small")
            .Select(it => it.Value)
            .ToArray();

        Assert.That(scale, Has.Length.EqualTo(ticks));
        Assert.That(scale[1], Is.EqualTo(second));
    }

    [Test]
    public void Nothing_cannot_be_drawn() => Assert.That(
        () => TimelinePicture.Of("x", [], [], TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static string[] Texts =>
        [.. Picture.Descendants().Where(it => it.Name.LocalName == "text").Select(it => it.Value)];

    private static (string Hint, double Width, string Style)[] Bars(string channel) =>
    [
        .. Picture.Descendants()
            .Where(it => it.Name.LocalName == "rect" && it.Value.StartsWith(channel + " ", StringComparison.Ordinal))
            .Select(it => (
                it.Value,
                double.Parse((string)it.Attribute("width")!, CultureInfo.InvariantCulture),
                (string)it.Attribute("style")!)),
    ];

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
