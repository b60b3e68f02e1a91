using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>
/// Who stands where in a sequence picture. The target is between those who act at its portal and its peers, so
/// that between the usual three no arrow crosses a line.
/// </summary>
internal sealed class Lifelines
{
    private const double Margin = 90;
    private const double WideGap = 460;
    private const double NarrowGap = 330;
    private const string Target = "target";

    private static readonly string[] _left = ["operator", "customer"];

    private readonly List<string> _actors;

    public Lifelines(IReadOnlyList<Exchange> exchanges)
    {
        var seen = exchanges.Select(exchange => exchange.Actor).Distinct().ToList();
        _actors =
        [
            .. _left.Where(seen.Contains),
            Target,
            .. seen.Where(actor => actor != Target && !_left.Contains(actor)),
        ];
    }

    public IReadOnlyList<string> Actors => _actors;

    /// <summary>Between two lines: what a label has to fit into.</summary>
    public double Gap => _actors.Count > 2 ? NarrowGap : WideGap;

    public double Width => (2 * Margin) + (Gap * Math.Max(1, _actors.Count - 1));

    public double At(string actor) => Margin + (Gap * _actors.IndexOf(actor));

    /// <summary>Where an exchange's request starts and where it arrives.</summary>
    public (double From, double To) Of(Exchange exchange)
    {
        var (actor, target) = (At(exchange.Actor), At(Target));
        return exchange.Direction == Direction.ToTarget ? (actor, target) : (target, actor);
    }
}
