using System.Text.Json;

namespace Harness.Certification.Linearizability;

/// <summary>
/// Writes a history together with its model as JSON lines, so that any other checker can be run on the same: the
/// model is written out as a table of steps between numbered states. <c>docs/races.md</c> describes the lines.
/// </summary>
public static class HistoryExport
{
    /// <summary>What the first line says of the layout.</summary>
    public const string Format = "harness-history/1";

    private const int DefaultMostStates = 100_000;

    private static readonly JsonWriterOptions _options = new()
    {
        // The file is read by programs of checkers, never by a browser: a quote may stay a quote.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the lines as UTF-8. The stream is left open.</summary>
    /// <param name="model">What is written out as a table.</param>
    /// <param name="history">What the clients saw.</param>
    /// <param name="output">Where to.</param>
    /// <param name="mostStates">Most states of one partition.</param>
    /// <exception cref="InvalidOperationException">A partition has more states than that.</exception>
    /// <exception cref="ArgumentException">No clients can have seen this history.</exception>
    public static void Write<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        History<TInput, TAnswer> history,
        Stream output,
        int mostStates = DefaultMostStates)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        history.Demand();
        Line(output, line =>
        {
            line.WriteString("kind", "history");
            line.WriteString("format", Format);
            line.WriteString("model", model.Name);
        });
        foreach (var partition in history.Partitions)
        {
            var table = StepTable<TState, TInput, TAnswer>.Of(model, partition, history.Of(partition), mostStates);
            WriteStates(model, partition, table, output);
            foreach (var step in table.Steps.Index())
                WriteStep(partition, step.Index, step.Item, output);
            foreach (var (operation, step) in table.Operations)
                WriteOperation(operation, step, output);
        }
    }

    private static void WriteStates<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        string partition,
        StepTable<TState, TInput, TAnswer> table,
        Stream output)
        where TState : IEquatable<TState>
        where TAnswer : class => Line(output, line =>
        {
            line.WriteString("kind", "states");
            line.WriteString("partition", partition);
            line.WriteNumber("start", 0);
            line.WriteStartArray("states");
            foreach (var state in table.States)
                line.WriteStringValue(model.Explain(state));
            line.WriteEndArray();
        });

    private static void WriteStep(string partition, int number, ExportedStep step, Stream output) =>
        Line(output, line =>
        {
            line.WriteString("kind", "step");
            line.WriteString("partition", partition);
            line.WriteNumber("step", number);
            line.WriteString("input", step.Input);
            line.WriteString("answer", step.Answer);
            line.WriteBoolean("contended", step.Contended);
            line.WriteStartArray("moves");
            foreach (var (from, to) in step.Moves)
            {
                line.WriteStartArray();
                line.WriteNumberValue(from);
                line.WriteNumberValue(to);
                line.WriteEndArray();
            }

            line.WriteEndArray();
        });

    private static void WriteOperation<TInput, TAnswer>(
        HistoryOperation<TInput, TAnswer> operation,
        int step,
        Stream output)
        where TAnswer : class => Line(output, line =>
        {
            line.WriteString("kind", "operation");
            line.WriteString("partition", operation.Partition);
            line.WriteNumber("id", operation.Id);
            line.WriteString("client", operation.Client);
            line.WriteNumber("call", operation.Called);
            if (operation.Outcome == Outcome.Known)
                line.WriteNumber("return", operation.Returned);
            else
                line.WriteNull("return");
            line.WriteNumber("step", step);
        });

    private static void Line(Stream output, Action<Utf8JsonWriter> members)
    {
        using (var line = new Utf8JsonWriter(output, _options))
        {
            line.WriteStartObject();
            members(line);
            line.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
