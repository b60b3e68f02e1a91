using Harness.Protocol.Resources;
using Harness.Reference.Clock;
using Harness.Reference.Errors;
using Harness.Reference.Interconnects;
using Harness.Reference.MacSec;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Operator;

/// <summary>What the operator does to interconnects, keys and the clock. Not part of the protocol.</summary>
internal static class OperatorApi
{
    private const double LongestAdvanceSeconds = 10 * 365.25 * 86_400;

    public static void MapOperator(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var keys = new MacSecKeyOperations(coordinator);
        var operate = routes.MapGroup("/operator/v1").ExcludeFromDescription();
        operate.MapPost("/rotations", Rotate);
        operate.MapPut("/interconnects", SetState);
        operate.MapGet("/clock", () => ReadClock(coordinator.Clock));
        operate.MapPost("/clock", (AdvanceClockRequest body) => AdvanceClock(coordinator.Clock, body));

        Task<Results<Accepted<Empty>, ProblemHttpResult>> Rotate(
            RotationRequest body, CancellationToken cancellation) =>
            RotateAsync(coordinator, keys, body, cancellation);

        Task<Results<Ok<InterconnectStateRequest>, ProblemHttpResult>> SetState(
            InterconnectStateRequest body, CancellationToken cancellation) =>
            SetStateAsync(coordinator, body, cancellation);
    }

    private static async Task<Results<Accepted<Empty>, ProblemHttpResult>> RotateAsync(
        Coordinator coordinator, MacSecKeyOperations keys, RotationRequest body, CancellationToken cancellation)
    {
        if (!OperatorNames.TryFind(coordinator.Testbed, body, out var channel, out var missing))
            return missing.ToProblem();
        return await keys.RotateAsync(channel, requester: null, cancellation) switch
        {
            Outcome<Empty>.Refused refused => refused.Refusal.ToProblem(),
            _ => TypedResults.Accepted((string?)null, new Empty()),
        };
    }

    private static async Task<Results<Ok<InterconnectStateRequest>, ProblemHttpResult>> SetStateAsync(
        Coordinator coordinator, InterconnectStateRequest body, CancellationToken cancellation)
    {
        if (!Enum.TryParse<InterconnectState>(body.State, ignoreCase: true, out var state)
            || !Enum.IsDefined(state)
            || int.TryParse(body.State, out _))
        {
            return new Refusal(
                ErrorCode.InvalidValue,
                "IXC-01",
                "expected state to be ACTIVE, PENDING or CLOSED, found something else; use one of them")
                .ToProblem();
        }

        var environment = coordinator.Testbed.FindEnvironment(body.Environment ?? "")?.Name;
        var name = environment?.Interconnect(body.Interconnect ?? "");
        var found = name is not null && await coordinator.Store.WriteAsync(
            transaction => InterconnectStore.SetStateAsync(transaction, name, state), cancellation);
        return found
            ? TypedResults.Ok(body with { State = state.ToString().ToUpperInvariant() })
            : OperatorNames.NotFound.ToProblem();
    }

    private static Ok<ClockAnswer> ReadClock(TimeProvider clock) =>
        TypedResults.Ok(new ClockAnswer(clock.GetUtcNow().UtcDateTime, clock is ControllableClock));

    private static Results<Ok<ClockAnswer>, ProblemHttpResult> AdvanceClock(
        TimeProvider protocolClock, AdvanceClockRequest body)
    {
        if (protocolClock is not ControllableClock clock)
        {
            return new Refusal(
                ErrorCode.NotFound,
                "COM-02",
                "expected a server started with a controllable clock, found one that goes by real time; "
                + "start it with a controllable clock").ToProblem();
        }

        if (body.AdvanceSeconds is not (>= 0 and <= LongestAdvanceSeconds)
            || clock.GetUtcNow().Year > 9000)
        {
            return new Refusal(
                ErrorCode.InvalidValue,
                "COM-05",
                $"expected advanceSeconds from 0 to {LongestAdvanceSeconds:F0}, found something else").ToProblem();
        }

        clock.Advance(TimeSpan.FromSeconds(body.AdvanceSeconds.Value));
        return TypedResults.Ok(new ClockAnswer(clock.GetUtcNow().UtcDateTime, true));
    }
}
