using System.Text;
using System.Text.Json;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Har;

/// <summary>One exchange as an entry of the archive. What was not recorded is -1 or empty, as HAR provides.</summary>
internal static class HarEntry
{
    // HAR allows it for sizes only; the parts of a time that were not told apart all count as waiting.
    private const int Unknown = -1;

    public static void Write(Utf8JsonWriter json, string page, ScenarioResult scenario, Exchange exchange)
    {
        json.WriteStartObject();
        json.WriteString("pageref", page);
        json.WriteString("startedDateTime", exchange.StartedAt);
        json.WriteNumber("time", exchange.Duration.TotalMilliseconds);
        WriteRequest(json, exchange.Request);
        WriteResponse(json, exchange);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", exchange.Duration.TotalMilliseconds);
        json.WriteNumber("receive", 0);
        json.WriteEndObject();
        json.WriteString("comment", Comment(scenario, exchange));
        json.WriteEndObject();
    }

    private static string Comment(ScenarioResult scenario, Exchange exchange)
    {
        var who = exchange.Direction == Direction.ToTarget
            ? $"{exchange.Actor} called the target"
            : $"the target called the {exchange.Actor}";
        var what = exchange.Operation is null ? "" : $", {exchange.Operation}";
        var shows = scenario.FailingExchange == exchange.Sequence ? "; this exchange shows the finding" : "";
        var ids = string.Join(' ', scenario.Requirements);
        return $"{ids}: {scenario.Name} ({scenario.Id}), exchange {exchange.Sequence}: {who}{what}{shows}";
    }

    private static void WriteRequest(Utf8JsonWriter json, HttpRequestRecord request)
    {
        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("url", request.Url);
        json.WriteString("httpVersion", "unknown");
        WriteEmpty(json, "cookies");
        WriteHeaders(json, request.Headers);
        WriteQuery(json, request.Url);
        if (request.Body is { } body)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", MimeType(request.Headers));
            json.WriteString("text", body);
            json.WriteEndObject();
        }

        WriteSizes(json, request.Body);
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, Exchange exchange)
    {
        var headers = exchange.Response?.Headers ?? [];
        var body = exchange.Response?.Body;
        json.WriteStartObject("response");
        json.WriteNumber("status", exchange.Response?.Status ?? 0);
        json.WriteString("statusText", "");
        json.WriteString("httpVersion", "unknown");
        WriteEmpty(json, "cookies");
        WriteHeaders(json, headers);
        json.WriteStartObject("content");
        json.WriteNumber("size", body is null ? 0 : Encoding.UTF8.GetByteCount(body));
        json.WriteString("mimeType", MimeType(headers));
        if (body is not null)
            json.WriteString("text", body);
        json.WriteEndObject();
        json.WriteString("redirectURL", Header(headers, "location") ?? "");
        WriteSizes(json, body);
        if (exchange.Fault is { } fault)
            json.WriteString("_error", fault);
        json.WriteEndObject();
    }

    private static void WriteSizes(Utf8JsonWriter json, string? body)
    {
        json.WriteNumber("headersSize", Unknown);
        json.WriteNumber("bodySize", body is null ? 0 : Encoding.UTF8.GetByteCount(body));
    }

    private static void WriteHeaders(Utf8JsonWriter json, IReadOnlyList<Fact> headers)
    {
        json.WriteStartArray("headers");
        foreach (var header in headers)
            WritePair(json, header.Name, header.Value);
        json.WriteEndArray();
    }

    // By hand, because a test may have sent a URL that no parser takes.
    private static void WriteQuery(Utf8JsonWriter json, string url)
    {
        json.WriteStartArray("queryString");
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? "" : url[(mark + 1)..].Split('#')[0];
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            WritePair(json, Unescape(pair[0]), pair.Length == 2 ? Unescape(pair[1]) : "");
        }

        json.WriteEndArray();
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static void WritePair(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void WriteEmpty(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }

    private static string MimeType(IReadOnlyList<Fact> headers) => Header(headers, "content-type") ?? "";

    private static string? Header(IReadOnlyList<Fact> headers, string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
