using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Harness.Certification.Runs;
using Harness.Reference.Store.Sqlite;
using Harness.Reference.Testbed;

namespace Harness.Benchmarks.Certification;

/// <summary>
/// What a run would take if it did nothing but send its requests: they are sent again to a fresh reference, each
/// scenario's one after the other and as many scenarios at a time; nobody looks at the answers.
/// </summary>
internal static class Floor
{
    /// <summary>Sends the requests again.</summary>
    /// <returns>How many were sent, and how long that took, without the start of the reference.</returns>
    public static async Task<(int Requests, TimeSpan Duration)> ReplayAsync(
        Run run, ScratchDirectory directory, TimeProvider time)
    {
        var place = directory.Make($"floor-{time.GetTimestamp()}");
        await using var reference = await BenchmarkedReference.StartAsync(
            DefaultTestbed.Create(run.Options.Parallel + 1),
            SqliteDialect.Temporary(place, "floor"),
            Path.Combine(place, "reference.log"),
            time);
        using var client = reference.Client();
        var scenarios = new ConcurrentQueue<HttpRequestRecord[]>(run.Scenarios.Select(Requests));
        var count = scenarios.Sum(requests => requests.Length);
        var begun = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, run.Options.Parallel).Select(_ => WorkAsync(scenarios, client)));
        return (count, time.GetElapsedTime(begun));
    }

    // What has no answer was cut off or refused on purpose, which a plain client cannot do again.
    private static HttpRequestRecord[] Requests(ScenarioResult scenario) =>
    [
        .. scenario.Exchanges
            .Where(exchange => exchange is { Direction: Direction.ToTarget, Response: not null })
            .Select(exchange => exchange.Request),
    ];

    private static async Task WorkAsync(ConcurrentQueue<HttpRequestRecord[]> scenarios, HttpClient client)
    {
        while (scenarios.TryDequeue(out var requests))
            foreach (var recorded in requests)
            {
                using var request = Again(recorded);
                using var response = await client.SendAsync(request);
                await response.Content.ReadAsByteArrayAsync();
            }
    }

    private static HttpRequestMessage Again(HttpRequestRecord recorded)
    {
        var path = new Uri(recorded.Url).PathAndQuery;
        var own = path.StartsWith("/portal/", StringComparison.Ordinal)
            || path.StartsWith("/operator/", StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(recorded.Method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", own ? BenchmarkedReference.PortalToken : BenchmarkedReference.PartnerToken);
        if (recorded.Body is { } body)
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        return request;
    }
}
