using System.Text.Json;
using Harness.Certification.Linearizability;
using NUnit.Framework;

namespace Harness.Tests.Certification.Linearizability;

[TestFixture]
public sealed class HistoryExportTests
{
    [Test]
    public void Whoever_reads_the_lines_comes_to_the_same_answers()
    {
        var legal = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var history = Histories.Seats(new Random(seed), 6);
            var here = LinearizabilityChecker.Check(
                new SeatsModel(2), history, CheckBudget.Default, TimeProvider.System, 0)[0];
            var there = ReadHistory.IsLinearizable(Lines(new SeatsModel(2), history));

            Assert.That(there, Is.EqualTo(here is CheckResult.Linearizable), $"seed {seed}");
            legal += there ? 1 : 0;
        }

        Assert.That(legal, Is.InRange(40, 360));
    }

    [Test]
    public void A_model_that_leaves_several_states_is_read_the_same()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var history = Histories.Register(new Random(seed), 6);
            var here = LinearizabilityChecker.Check(
                new RegisterModel(), history, CheckBudget.Default, TimeProvider.System, 0)[0];

            Assert.That(
                ReadHistory.IsLinearizable(Lines(new RegisterModel(), history)),
                Is.EqualTo(here is CheckResult.Linearizable),
                $"seed {seed}");
        }
    }

    [Test]
    public void The_lines_are_as_documented()
    {
        var lines = Lines(new RegisterModel(), Violations.StaleRead).Select(line => line.GetRawText()).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines[0], Is.EqualTo(
                """{"kind":"history","format":"harness-history/1","model":"a register"}"""));
            Assert.That(lines[1], Is.EqualTo(
                """{"kind":"states","partition":"p","start":0,"states":["0","1","2"]}"""));
            Assert.That(lines[2], Is.EqualTo(
                """{"kind":"step","partition":"p","step":0,"input":"write 1","answer":"done","contended":false,"""
                + "\"moves\":[[0,1],[1,1],[2,1]]}"));
            Assert.That(lines[5], Is.EqualTo(
                """{"kind":"step","partition":"p","step":3,"input":"write 2","answer":null,"contended":false,"""
                + "\"moves\":[[0,2],[0,0],[1,2],[1,1],[2,2]]}"));
            Assert.That(lines[^1], Is.EqualTo(
                """{"kind":"operation","partition":"p","id":4,"client":"c","call":7,"return":null,"step":3}"""));
        }
    }

    [Test]
    public void A_model_with_too_many_states_is_refused_rather_than_cut_off() =>
        Assert.That(
            () => HistoryExport.Write(new SeatsModel(5), Violations.DoubleGrant, Stream.Null, mostStates: 3),
            Throws.InvalidOperationException.With.Message.Contains("at most 3 states"));

    private static List<JsonElement> Lines<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        History<TInput, TAnswer> history)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        using var stream = new MemoryStream();
        HistoryExport.Write(model, history, stream);
        stream.Position = 0;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))];
    }

    /// <summary>Another checker's reader: it knows the file's layout, and nothing of the models.</summary>
    private static class ReadHistory
    {
        public static bool IsLinearizable(IReadOnlyList<JsonElement> lines)
        {
            var moves = Of(lines, "step").ToDictionary(
                step => step.GetProperty("step").GetInt32(),
                step => step.GetProperty("moves").EnumerateArray()
                    .ToLookup(move => move[0].GetInt32(), move => move[1].GetInt32()));
            var operations = Of(lines, "operation").Select(it => new Row(
                it.GetProperty("step").GetInt32(),
                it.GetProperty("call").GetInt64(),
                it.GetProperty("return") is { ValueKind: JsonValueKind.Number } returned
                    ? returned.GetInt64()
                    : long.MaxValue)).ToList();
            return Fits([Of(lines, "states").Single().GetProperty("start").GetInt32()], operations, moves);
        }

        // Every operation is to be placed: a step without an answer may leave the state as it was.
        private static bool Fits(
            IReadOnlyCollection<int> states,
            IReadOnlyList<Row> left,
            IReadOnlyDictionary<int, ILookup<int, int>> moves)
        {
            if (states.Count == 0 || left.Count == 0)
                return states.Count > 0;
            return left.Where(next => left.All(other => other.Returned >= next.Called)).Any(next => Fits(
                [.. states.SelectMany(state => moves[next.Step][state]).Distinct()],
                [.. left.Where(other => other != next)],
                moves));
        }

        private static IEnumerable<JsonElement> Of(IEnumerable<JsonElement> lines, string kind) =>
            lines.Where(line => line.GetProperty("kind").GetString() == kind);

        private sealed record Row(int Step, long Called, long Returned);
    }
}
