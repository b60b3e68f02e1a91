using System.Globalization;

namespace Harness.Lab.Pictures;

/// <summary>
/// Draws what the channels of a lab went through: a lane for each over time, phases as lettered bands, and below them
/// for each phase what was lost and the longest gap.
/// </summary>
public sealed class TimelinePicture
{
    private const double Margin = 24;
    private const double Gutter = 150;
    private const double Width = 1000;
    private const double Top = 118;
    private const double LaneHeight = 26;
    private const double LaneGap = 10;
    private const double LineHeight = 21;
    private const double LetterWidth = 7.2;
    private const int MostTicks = 10;

    // Longer titles are set in smaller letters.
    private const int MostLarge = 84;

    private static readonly (ChannelState State, string Colour, string Words)[] _states =
    [
        (ChannelState.Carrying, "#2f9e5f", "carries traffic"),
        (ChannelState.Drained, "#e0a021", "drained"),
        (ChannelState.Rotating, "#4a86d0", "changes keys"),
        (ChannelState.Maintenance, "#8a63c9", "under maintenance"),
        (ChannelState.Down, "#d4343f", "down"),
        (ChannelState.Absent, "#b9c2cf", "no feature"),
    ];

    private static readonly int[] _roundSteps = [1, 2, 5, 10];

    private readonly IReadOnlyList<ChannelTrack> channels;
    private readonly IReadOnlyList<TimelinePhase> phases;
    private readonly TimeSpan length;
    private readonly SvgWriter svg;

    private TimelinePicture(
        IReadOnlyList<ChannelTrack> channels, IReadOnlyList<TimelinePhase> phases, TimeSpan length, SvgWriter svg)
    {
        this.channels = channels;
        this.phases = phases;
        this.length = length;
        this.svg = svg;
    }

    /// <summary>Draws a timeline as SVG.</summary>
    /// <param name="title">What was measured.</param>
    /// <param name="channels">The channels, from top to bottom.</param>
    /// <param name="phases">The phases, in the order of time.</param>
    /// <param name="length">How long it took in all; more than nothing.</param>
    public static string Of(
        string title, IReadOnlyList<ChannelTrack> channels, IReadOnlyList<TimelinePhase> phases, TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        var words = phases.Select(Told).ToArray();
        var height = Bottom(channels) + 54 + (words.Sum(lines => lines.Count) * LineHeight) + Margin;
        using var svg = new SvgWriter(Width, height, title, Describe(phases));
        new TimelinePicture(channels, phases, length, svg).Draw(title, words);
        return svg.Finish();
    }

    /// <summary>Tells the phases in words.</summary>
    public static string Describe(IReadOnlyList<TimelinePhase> phases) =>
        string.Join("; ", phases.SelectMany(Told).Select(line => line.Trim()));

    private static double Bottom(IReadOnlyList<ChannelTrack> channels) =>
        Top + (channels.Count * (LaneHeight + LaneGap));

    private void Draw(string title, IReadOnlyList<IReadOnlyList<string>> words)
    {
        svg.Text(title.Length <= MostLarge ? "title" : "strong", Margin, 36, title);
        DrawKey();
        foreach (var phase in phases)
            DrawPhase(phase);
        foreach (var (at, phase) in phases.Index())
            svg.Text("strong", (X(phase.From) + X(phase.To)) / 2, Top - 13, Letter(at), "middle");
        foreach (var (at, channel) in channels.Index())
            DrawChannel(channel, Top + (at * (LaneHeight + LaneGap)));
        DrawScale();
        var y = Bottom(channels) + 58;
        foreach (var line in words.SelectMany(lines => lines))
        {
            svg.Text(line[0] == ' ' ? "quiet" : "strong", Margin + (line[0] == ' ' ? 26 : 0), y, line.TrimStart());
            y += LineHeight;
        }
    }

    private void DrawKey()
    {
        var shown = channels.SelectMany(States).Select(it => it.State).ToHashSet();
        var x = Margin;
        foreach (var (_, colour, words) in _states.Where(it => shown.Contains(it.State)))
        {
            svg.Box("tone", x, 55, 16, 12, 3, $"fill:{colour}");
            svg.Text("quiet", x + 22, 66, words);
            x += 46 + (words.Length * LetterWidth);
        }
    }

    private void DrawPhase(TimelinePhase phase)
    {
        var (left, right) = (X(phase.From), X(phase.To));
        svg.Box("panel", left, Top - 30, Math.Max(1, right - left), Bottom(channels) - Top + 30, 4, hint: phase.Name);
    }

    private void DrawChannel(ChannelTrack channel, double y)
    {
        svg.Text("strong", Margin, y + 18, channel.Name);
        foreach (var (from, to, state) in States(channel))
        {
            var (left, right) = (X(from), X(to));
            var (_, colour, words) = _states.Single(it => it.State == state);
            var hint = $"{channel.Name} {words} from {Seconds(from)}";
            svg.Box("tone", left, y, right - left, LaneHeight, 4, $"fill:{colour}", hint);
        }
    }

    // The states that lasted, each with its begin and its end.
    private IEnumerable<(TimeSpan From, TimeSpan To, ChannelState State)> States(ChannelTrack channel)
    {
        var changes = channel.Changes.Prepend((At: TimeSpan.Zero, State: ChannelState.Absent)).ToArray();
        return changes.Zip(
                changes.Skip(1).Select(next => next.At).Append(length),
                (change, to) => (From: change.At, To: to, change.State))
            .Where(it => it.To > it.From && it.From < length);
    }

    private void DrawScale()
    {
        var y = Bottom(channels);
        var step = Step(length.TotalSeconds / MostTicks);
        for (var tick = 0; tick * step <= length.TotalSeconds * 1.0001; tick++)
        {
            var at = tick * step;
            var x = X(TimeSpan.FromSeconds(at));
            svg.Path("grid", $"M{SvgWriter.Number(x)} {SvgWriter.Number(Top - 4)}V{SvgWriter.Number(y + 4)}");
            svg.Text("small", x, y + 20, at.ToString("0.###", CultureInfo.InvariantCulture) + " s", "middle");
        }
    }

    private double X(TimeSpan at) =>
        Gutter + (Math.Clamp(at / length, 0, 1) * (Width - Gutter - (2 * Margin)));

    // 1, 2 or 5 of some power of ten.
    private static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return _roundSteps.Select(times => times * power).First(step => step >= least);
    }

    private static IReadOnlyList<string> Told(TimelinePhase phase, int at) =>
    [
        $"{Letter(at)}  {phase.Name}, {Seconds(phase.From)} to {Seconds(phase.To)}",
        .. phase.Losses.Select(loss => $"  {loss.Direction}: {loss.Report}"),
    ];

    // A to Z, then A1 to Z1 and so on.
    private static string Letter(int at) => $"{(char)('A' + (at % 26))}{(at < 26 ? "" : $"{at / 26}")}";

    private static string Seconds(TimeSpan at) =>
        at.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
