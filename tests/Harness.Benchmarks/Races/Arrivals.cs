using System.Diagnostics;
using Harness.Cli.Local;
using Harness.Protocol.Operations;
using Microsoft.AspNetCore.Http;

namespace Harness.Benchmarks.Races;

/// <summary>When creations of connections were whole at the target, before anything was done about them.</summary>
internal sealed class Arrivals
{
    private readonly List<long> stamps = [];
    private readonly Lock guard = new();

    /// <summary>Has the reference note arrivals.</summary>
    public Alteration Alter => options => options with { Before = [.. options.Before, Note] };

    /// <summary>Time from the first to the last of the latest arrivals, in microseconds.</summary>
    /// <param name="count">How many are looked at.</param>
    public double SpreadOfLatest(int count)
    {
        lock (guard)
        {
            var latest = stamps.TakeLast(count).ToList();
            return Stopwatch.GetElapsedTime(latest.Min(), latest.Max()).TotalMicroseconds;
        }
    }

    private RequestDelegate Note(RequestDelegate next) => async http =>
    {
        var path = http.Request.Path.Value?.Trim('/') ?? "";
        if (PublishedOperations.Find(http.Request.Method, path) == PublishedOperations.CreateConnection)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            var arrived = Stopwatch.GetTimestamp();
            lock (guard)
                stamps.Add(arrived);
            // Refused at once, so that the work on one does not keep another from being noted.
            http.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }

        await next(http);
    };
}
