using System.Text.Json;

namespace Harness.Reference.Hosting;

/// <summary>Writes log entries as one JSON object per line.</summary>
/// <param name="writer">Takes the lines; disposed of by whoever made it.</param>
/// <param name="time">Stamps the entries.</param>
internal sealed class JsonLogProvider(TextWriter writer, TimeProvider time) : ILoggerProvider
{
    private readonly TextWriter lines = TextWriter.Synchronized(writer);

    public ILogger CreateLogger(string categoryName) => new JsonLogger(lines, time, categoryName);

    public void Dispose() => lines.Flush();

    private sealed class JsonLogger(TextWriter lines, TimeProvider time, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var entry = new Dictionary<string, string?>
            {
                ["time"] = time.GetUtcNow().UtcDateTime.ToString("O"),
                ["level"] = logLevel.ToString(),
                ["category"] = category,
                ["message"] = formatter(state, exception),
            };
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                foreach (var (name, value) in values.Where(pair => pair.Key != "{OriginalFormat}"))
                    entry[JsonNamingPolicy.CamelCase.ConvertName(name)] = value?.ToString();
            if (exception is not null)
                entry["exception"] = exception.ToString();
            lines.WriteLine(JsonSerializer.Serialize(entry));
        }
    }
}
