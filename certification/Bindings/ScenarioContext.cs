using Harness.Certification.Catalogue;
using Harness.Certification.Evidence;
using Harness.Certification.Running;
using Harness.Certification.Runs;

namespace Harness.Certification.Bindings;

/// <summary>What a scenario's steps share with the engine. One per scenario; binding classes ask for it.</summary>
public sealed class ScenarioContext
{
    private readonly Lock _gate = new();
    private readonly List<Reading> _readings = [];
    private IReadOnlyList<Deadline> _deadlines = [];
    private readonly IReadOnlyList<OpenPoint> _openPoints;

    /// <param name="scenario">The scenario that is running.</param>
    /// <param name="seed">Seeds its test data.</param>
    /// <param name="slot">Which isolated environment it has to itself, from 0.</param>
    /// <param name="evidence">Keeps what happens.</param>
    /// <param name="openPoints">The points on which readings may be reported.</param>
    public ScenarioContext(
        ScenarioInfo scenario,
        int seed,
        int slot,
        EvidenceRecorder evidence,
        IReadOnlyList<OpenPoint> openPoints)
    {
        Scenario = scenario;
        Seed = seed;
        Slot = slot;
        Evidence = evidence;
        _openPoints = openPoints;
        Random = new Random(seed);
    }

    public ScenarioInfo Scenario { get; }

    /// <summary>Made of the run's seed and the scenario's name: the same in every run with that seed.</summary>
    public int Seed { get; }

    /// <summary>Seeded with <see cref="Seed"/>. Not safe for several threads.</summary>
    public Random Random { get; }

    /// <summary>Which isolated environment the scenario has to itself, from 0.</summary>
    public int Slot { get; }

    /// <summary>Keeps what happens, for the report.</summary>
    public EvidenceRecorder Evidence { get; }

    /// <summary>
    /// Ends with the step's or the scenario's deadline, or with the run. In clean-up it is another one, so ask for
    /// it anew each time. Set by whoever runs the scenario.
    /// </summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>The readings reported so far.</summary>
    public IReadOnlyList<Reading> Readings
    {
        get
        {
            lock (_gate)
                return [.. _readings];
        }
    }

    /// <summary>
    /// Holds the deadlines of the step and the scenario until the result is disposed of: for waits that take long by
    /// nature, as for a person or for hours of a clock. Whoever holds them waits under a deadline of their own.
    /// </summary>
    public IDisposable HoldDeadlines() => new DeadlineHold(_deadlines);

    /// <summary>Reports which reading of a point that the source leaves open the target follows.</summary>
    /// <param name="point">Id of the point in the catalogue.</param>
    /// <param name="shown">One of the point's readings.</param>
    /// <exception cref="ArgumentException">The catalogue has no such point, or the point no such reading.</exception>
    public void ReportReading(string point, string shown)
    {
        OpenPoint.Demand(_openPoints, point, shown);
        var reading = new Reading(point, shown);
        lock (_gate)
        {
            if (!_readings.Contains(reading))
                _readings.Add(reading);
        }
    }

    /// <summary>Which deadlines bind what runs now, and the token that ends with the first of them.</summary>
    internal void Bind(IReadOnlyList<Deadline> deadlines, CancellationToken token)
    {
        _deadlines = deadlines;
        CancellationToken = token;
    }

    /// <summary>Keeps a remark for the report, at this point of the timeline.</summary>
    public void Note(string text) => Evidence.Note(text);

    /// <summary>Keeps a picture for the report.</summary>
    public void Show(Figure figure) => Evidence.Show(figure);

    /// <inheritdoc cref="EvidenceRecorder.Attach"/>
    public void Attach(string title, string name, string mediaType, ReadOnlyMemory<byte> content) =>
        Evidence.Attach(title, name, mediaType, content);
}
