using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Features;
using Harness.Reference.Negotiations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Harness.Reference.Operator;

/// <summary>What the operator does to connections and their features. Not part of the protocol.</summary>
internal static class OperatorConnectionsApi
{
    public static void MapOperatorConnections(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var migrations = new MigrationOperations(coordinator);
        var features = new FeatureWithdrawal(coordinator);
        var operate = routes.MapGroup("/operator/v1").ExcludeFromDescription();
        operate.MapPost("/migrations", Migrate);
        operate.MapDelete("/features", Withdraw);

        async Task<Results<Accepted<Empty>, ProblemHttpResult>> Migrate(
            MigrationRequest body, CancellationToken cancellation) =>
            Accepted(await migrations.MigrateAsync(body.ConnectionId ?? "", body.Interconnect, cancellation));

        async Task<Results<Accepted<Empty>, ProblemHttpResult>> Withdraw(
            [FromBody] FeatureRequest body, CancellationToken cancellation) =>
            OperatorNames.TryFind(coordinator.Testbed, body, out var channel, out var missing)
                ? Accepted(await features.WithdrawAsync(channel, body.ConnectionId ?? "", cancellation))
                : missing.ToProblem();
    }

    private static Results<Accepted<Empty>, ProblemHttpResult> Accepted(Outcome<Empty> outcome) => outcome switch
    {
        Outcome<Empty>.Refused(var refusal) => refusal.ToProblem(),
        _ => TypedResults.Accepted((string?)null, new Empty()),
    };
}
