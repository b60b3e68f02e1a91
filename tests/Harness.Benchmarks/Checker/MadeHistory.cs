using Harness.Certification.Linearizability;
using Harness.Features.Races.Models;

namespace Harness.Benchmarks.Checker;

/// <summary>
/// A burst as the race rig would record it of a target that does one thing at a time, and an order that explains it.
/// </summary>
/// <param name="History">All requests of the burst at once, and reads at the quiet point after it.</param>
/// <param name="Order">Its operations, in the order in which the target did them.</param>
internal sealed record MadeHistory(
    History<ConnectionInput, ConnectionAnswer> History,
    IReadOnlyList<HistoryOperation<ConnectionInput, ConnectionAnswer>> Order)
{
    private const string Partition = "an interconnect";
    private const int Connections = 6;
    private const int Reads = 4;
    private const long Room = 3_000;
    private const double Lost = 0.05;
    private const int Conflict = 409;
    private const int Missing = 404;

    private static readonly int[] Sizes = [500, 1_000, 2_000];

    /// <summary>What the histories are judged by: more is asked for than there is room.</summary>
    public static ConnectionModel Model { get; } = new([Room, 0], Sizes, default);

    /// <summary>A burst of so many requests, all of them under way at once.</summary>
    public static MadeHistory Legal(Random random, int burst)
    {
        var order = new List<HistoryOperation<ConnectionInput, ConnectionAnswer>>();
        var state = Model.Start(Partition);
        var calls = Enumerable.Range(1, burst).ToArray();
        random.Shuffle(calls);
        for (var done = 0; done < burst; done++)
        {
            // Answers come about in the order in which they were decided: each is late by up to a few others.
            var returned = (100L * (burst + done)) + random.Next(400);
            order.Add(Answered(random, Ask(random), calls[done], returned, ref state));
        }

        for (var read = 0; read < Reads; read++)
        {
            var called = (1_000L * burst) + (10 * read);
            var input = new ConnectionInput.Read(random.Next(Connections), 0);
            order.Add(Answered(random, input, called, called + 1, ref state));
        }

        // Two stamps of one counter are never the same.
        var numbered = order.Select((it, at) => it with { Id = at + 1 }).ToList();
        var stamps = numbered.Select(it => it.Called).Concat(numbered.Select(it => it.Returned)).Distinct().Order()
            .Index().ToDictionary(it => it.Item, it => it.Item == long.MaxValue ? it.Item : it.Index + 1L);
        var seen = numbered.ConvertAll(it => it with { Called = stamps[it.Called], Returned = stamps[it.Returned] });
        return new MadeHistory(new History<ConnectionInput, ConnectionAnswer>(seen), seen);
    }

    /// <summary>The same with one answer turned around, such that no order explains it; null where none does.</summary>
    public History<ConnectionInput, ConnectionAnswer>? Violated(Random random)
    {
        var candidates = Order.Where(it => it.Outcome == Outcome.Known).ToArray();
        random.Shuffle(candidates);
        foreach (var changed in candidates)
        {
            ConnectionAnswer turned = (changed.Input, changed.Answer) switch
            {
                (ConnectionInput.Create create, ConnectionAnswer.Refused) => new ConnectionAnswer.Done(create.SizeMbps),
                (ConnectionInput.Read, ConnectionAnswer.Refused) => new ConnectionAnswer.Done(Sizes[0]),
                _ => new ConnectionAnswer.Refused(Missing),
            };
            var history = new History<ConnectionInput, ConnectionAnswer>(
                [.. History.Operations.Select(it => it.Id == changed.Id ? it with { Answer = turned } : it)]);
            var result = LinearizabilityChecker.Check(
                Model, history, CheckBudget.Default, TimeProvider.System)[0];
            if (result is CheckResult.Violation)
                return history;
        }

        return null;
    }

    private static ConnectionInput Ask(Random random)
    {
        var connection = random.Next(Connections);
        return random.Next(10) switch
        {
            < 5 => new ConnectionInput.Create(connection, 0, Sizes[random.Next(Sizes.Length)]),
            < 7 => new ConnectionInput.Update(connection, 0, Sizes[random.Next(Sizes.Length)]),
            < 9 => new ConnectionInput.Delete(connection, 0),
            _ => new ConnectionInput.Read(connection, 0),
        };
    }

    // What a target may answer that does one thing at a time; now and then the answer is lost.
    private static HistoryOperation<ConnectionInput, ConnectionAnswer> Answered(
        Random random,
        ConnectionInput input,
        long called,
        long returned,
        ref ConnectionState state)
    {
        foreach (var answer in Answers(input))
        {
            var after = Model.Apply(state, input, answer, contended: false).ToList();
            if (after.Count == 0)
                continue;
            state = after[0];
            var operation = new HistoryOperation<ConnectionInput, ConnectionAnswer>(
                0, $"client {called}", Partition, input, called, returned, Outcome.Known, answer);
            return Model.IsRead(input) || random.NextDouble() >= Lost ? operation : operation.WithoutAnswer();
        }

        throw new InvalidOperationException($"no answer to {Model.Describe(input)} in {Model.Explain(state)}");
    }

    private static IEnumerable<ConnectionAnswer> Answers(ConnectionInput input)
    {
        IEnumerable<long?> bandwidths = input switch
        {
            ConnectionInput.Create create => [create.SizeMbps],
            ConnectionInput.Update update => [update.SizeMbps],
            ConnectionInput.Read => Sizes.Select(size => (long?)size),
            _ => [null],
        };
        return
        [
            .. bandwidths.Select(mbps => new ConnectionAnswer.Done(mbps)),
            new ConnectionAnswer.Refused(Missing),
            new ConnectionAnswer.Refused(Conflict),
        ];
    }
}
