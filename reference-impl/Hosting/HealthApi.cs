using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Hosting;

/// <summary>Whether the server lives and whether it can serve; for those who run it.</summary>
internal static class HealthApi
{
    public static void MapHealth(this WebApplication app, Coordinator coordinator)
    {
        var health = app.MapGroup("/health").ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live")));
        health.MapGet("/ready", (CancellationToken cancellation) => ReadyAsync(app, coordinator, cancellation));
    }

    private static async Task<Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>>> ReadyAsync(
        WebApplication app, Coordinator coordinator, CancellationToken cancellation)
    {
        if (app.Lifetime.ApplicationStopping.IsCancellationRequested)
            return TypedResults.Json(new HealthAnswer("stopping"), statusCode: StatusCodes.Status503ServiceUnavailable);
        await coordinator.Store.ReadAsync(transaction => transaction.ScalarAsync<int>("SELECT 1"), cancellation);
        return TypedResults.Ok(new HealthAnswer("ready"));
    }
}
