using System.Diagnostics;
using Harness.Cli.Local;
using Harness.Protocol.Operations;
using Harness.Reference.Outbox;

namespace Harness.Cli.Life;

/// <summary>
/// Kills the process (SIGKILL) the first time that it comes to each point of each of its persisted steps. Started
/// again with the same book, it gets one point further.
/// </summary>
internal static class CrashOnce
{
    /// <summary>The points of each kind of delivery.</summary>
    public static readonly IReadOnlyList<CrashPoint> OfDeliveries =
        [CrashPoint.Begun, CrashPoint.Done, CrashPoint.Recorded];

    /// <summary>How a point is written in the book.</summary>
    public static string Line(string step, CrashPoint point) => $"{step} {point.ToString().ToLowerInvariant()}";

    /// <summary>Has a reference killed at each point that the book does not hold.</summary>
    public static Alteration By(CrashBook book) => By(book, () => Process.GetCurrentProcess().Kill());

    /// <summary>The same with something else in the place of the kill.</summary>
    public static Alteration By(CrashBook book, Action kill)
    {
        return options =>
        {
            var before = options.Deliverer;
            return options with
            {
                Deliverer = handler => new Crashing(before(handler), Reach),
                Before = [.. options.Before, next => http => ServeAsync(http, next, Reach)],
            };
        };

        void Reach(string step, CrashPoint point)
        {
            if (book.Enter(Line(step, point)))
                kill();
        }
    }

    private static async Task ServeAsync(HttpContext http, RequestDelegate next, Action<string, CrashPoint> reach)
    {
        var path = (http.Request.Path.Value ?? "/").Trim('/');
        var changes = !HttpMethods.IsGet(http.Request.Method);
        if (changes && PublishedOperations.Find(http.Request.Method, path) is { } operation)
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode == StatusCodes.Status200OK)
                    reach(operation.Id, CrashPoint.Unanswered);
                return Task.CompletedTask;
            });
        }

        await next(http);
    }

    private sealed class Crashing(IDeliveryHandler inner, Action<string, CrashPoint> reach) : IDeliveryHandler
    {
        public string Kind => inner.Kind;

        public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
        {
            reach(Kind, CrashPoint.Begun);
            var result = await inner.DeliverAsync(delivery, cancellation);
            if (result is not DeliveryResult.Done done)
                return result;
            reach(Kind, CrashPoint.Done);
            return new DeliveryResult.Done(async transaction =>
            {
                if (done.Apply is not null)
                    await done.Apply(transaction);
                transaction.AfterCommit(() => reach(Kind, CrashPoint.Recorded));
            });
        }
    }
}
