using Harness.Reference.Errors;
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

    private static async Task<Results<Ok<HealthAnswer>, ProblemHttpResult>> ReadyAsync(
        WebApplication app, Coordinator coordinator, CancellationToken cancellation)
    {
        if (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return new Refusal(
                ErrorCode.ShuttingDown, "expected a server that serves, found one that is stopping; ask another")
                .ToProblem();
        }

        await coordinator.Store.ReadAsync(transaction => transaction.ScalarAsync<int>("SELECT 1"), cancellation);
        return TypedResults.Ok(new HealthAnswer("ready"));
    }
}
