using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Portal;

/// <summary>The customer portal: a small JSON API of its own, behind a token of its own.</summary>
internal static class PortalApi
{
    public static void MapPortal(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var operations = new PortalOperations(coordinator);
        var acceptances = new AcceptOperations(coordinator);
        var portal = routes.MapGroup("/portal/v1/connections").ExcludeFromDescription();
        portal.MapPost("", Create);
        portal.MapPost("/accept", Accept);
        portal.MapGet("", List);
        portal.MapGet("/{connectionId}", Get);
        portal.MapPatch("/{connectionId}", Update);
        portal.MapDelete("/{connectionId}", Delete);

        async Task<Results<Ok<PortalConnection>, ProblemHttpResult>> Create(
            CreatePortalConnection? body, CancellationToken cancellation) =>
            (await operations.CreateAsync(body, cancellation)).ToAnswer();

        // Accepted and not done: the peer has still to confirm the key and to agree.
        async Task<Results<Accepted<PortalConnection>, ProblemHttpResult>> Accept(
            AcceptPortalConnection? body, CancellationToken cancellation) =>
            Accepted(await acceptances.AcceptAsync(body, cancellation));

        async Task<Results<Ok<PortalList>, ProblemHttpResult>> List(
            int? pageSize, string? pageToken, CancellationToken cancellation) =>
            (await operations.ListAsync(pageSize, pageToken, cancellation)).ToAnswer();

        async Task<Results<Ok<PortalConnection>, ProblemHttpResult>> Get(
            string connectionId, CancellationToken cancellation) =>
            (await operations.GetAsync(connectionId, cancellation)).ToAnswer();

        // Accepted and not done: the peer has still to agree.
        async Task<Results<Accepted<PortalConnection>, ProblemHttpResult>> Update(
            string connectionId, UpdatePortalConnection? body, CancellationToken cancellation) =>
            Accepted(await operations.UpdateAsync(connectionId, body, cancellation));

        async Task<Results<Ok<Empty>, ProblemHttpResult>> Delete(
            string connectionId, CancellationToken cancellation) =>
            (await operations.DeleteAsync(connectionId, cancellation)).ToAnswer();
    }

    private static Results<Accepted<PortalConnection>, ProblemHttpResult> Accepted(
        Outcome<PortalConnection> outcome) => outcome switch
        {
            Outcome<PortalConnection>.Accepted(var connection) => TypedResults.Accepted((string?)null, connection),
            Outcome<PortalConnection>.Refused(var refusal) => refusal.ToProblem(),
            _ => throw new InvalidOperationException("an outcome is either accepted or refused"),
        };
}
