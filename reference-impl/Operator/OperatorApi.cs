using Harness.Protocol.Resources;
using Harness.Reference.Clock;
using Harness.Reference.Errors;
using Harness.Reference.Interconnects;
using Harness.Reference.MacSec;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Operator;

/// <summary>What the operator does to interconnects, keys and the clock. Not part of the protocol.</summary>
internal sealed class OperatorApi(Coordinator coordinator)
{
    private const double LongestAdvanceSeconds = 10 * 365.25 * 86_400;

    private readonly MacSecKeyOperations keys = new(coordinator);

    public static void Map(IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var api = new OperatorApi(coordinator);
        routes.MapPost("/operator/v1/rotations", api.RotateAsync).WithName("RotateMacSecKey");
        routes.MapPut("/operator/v1/interconnects", api.SetStateAsync).WithName("SetInterconnectState");
        routes.MapGet("/operator/v1/clock", api.ReadClock).WithName("ReadClock");
        routes.MapPost("/operator/v1/clock", api.AdvanceClock).WithName("AdvanceClock");
    }

    private async Task<Results<Accepted<Empty>, ProblemHttpResult>> RotateAsync(
        RotationRequest body, CancellationToken cancellation)
    {
        if (!OperatorNames.TryFind(coordinator.Testbed, body, out var channel, out var missing))
            return missing.ToProblem();
        return await keys.RotateAsync(channel, requester: null, cancellation) switch
        {
            Outcome<Empty>.Refused refused => refused.Refusal.ToProblem(),
            _ => TypedResults.Accepted((string?)null, new Empty()),
        };
    }

    private async Task<Results<Ok<InterconnectStateRequest>, ProblemHttpResult>> SetStateAsync(
        InterconnectStateRequest body, CancellationToken cancellation)
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

    private Ok<ClockAnswer> ReadClock() =>
        TypedResults.Ok(
            new ClockAnswer(coordinator.Clock.GetUtcNow().UtcDateTime, coordinator.Clock is ControllableClock));

    private Results<Ok<ClockAnswer>, ProblemHttpResult> AdvanceClock(AdvanceClockRequest body)
    {
        if (coordinator.Clock is not ControllableClock clock)
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
