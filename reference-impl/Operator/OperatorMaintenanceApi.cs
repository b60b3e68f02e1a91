using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Maintenance;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Operator;

/// <summary>Maintenance as the operator plans it (MNT-02, MNT-04 to MNT-06). Not part of the protocol.</summary>
internal static class OperatorMaintenanceApi
{
    public static void MapOperatorMaintenance(this IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var operations = new MaintenanceOperations(coordinator);
        var maintenance = routes.MapGroup("/operator/v1/maintenance").ExcludeFromDescription();
        maintenance.MapPost("", Schedule);
        maintenance.MapPatch("/{maintenanceId}", Change);
        maintenance.MapDelete("/{maintenanceId}", Cancel);

        async Task<Results<Ok<MaintenanceAnswer>, ProblemHttpResult>> Schedule(
            MaintenanceRequest body, CancellationToken cancellation) =>
            OperatorNames.TryFind(coordinator.Testbed, body, out var channel, out var missing)
                ? await Put($"mnt-{coordinator.Ids.NewUuid()}", channel, body, cancellation)
                : missing.ToProblem();

        async Task<Results<Ok<MaintenanceAnswer>, ProblemHttpResult>> Change(
            string maintenanceId, MaintenanceRequest body, CancellationToken cancellation) =>
            await operations.FindAsync(maintenanceId, cancellation) is { } row
                ? await Put(
                    maintenanceId, ResourceName.Parse<ChannelName>(row.Channel), Changed(row, body), cancellation)
                : NotFound.ToProblem();

        async Task<Results<Ok<Empty>, ProblemHttpResult>> Cancel(
            string maintenanceId, CancellationToken cancellation)
        {
            if (await operations.FindAsync(maintenanceId, cancellation) is not { } row)
                return NotFound.ToProblem();
            await operations.CancelAsync(row, cancellation);
            return TypedResults.Ok(new Empty());
        }

        async Task<Results<Ok<MaintenanceAnswer>, ProblemHttpResult>> Put(
            string maintenanceId, ChannelName channel, MaintenanceRequest body, CancellationToken cancellation)
        {
            var window = new WindowCase(body.StartTime, body.EndTime, coordinator.Clock.GetUtcNow());
            return MaintenanceRules.Unusable(window) is { } refusal
                ? refusal.ToProblem()
                : (await operations.PutAsync(Row(maintenanceId, channel, body), cancellation)).Then(Answer).ToAnswer();
        }
    }

    private static MaintenanceRequest Changed(MaintenanceRow row, MaintenanceRequest body) => body with
    {
        StartTime = body.StartTime ?? row.Window.Start,
        EndTime = body.EndTime ?? row.Window.End,
        Emergency = body.Emergency ?? row.Emergency,
    };

    private static MaintenanceRow Row(string maintenanceId, ChannelName channel, MaintenanceRequest body) => new()
    {
        MaintenanceId = maintenanceId,
        Channel = channel.ToString(),
        StartTime = body.StartTime.GetValueOrDefault().ToUnixTimeMilliseconds(),
        EndTime = body.EndTime.GetValueOrDefault().ToUnixTimeMilliseconds(),
        Emergency = body.Emergency ?? false,
    };

    private static Refusal NotFound { get; } = new(
        ErrorCode.NotFound, "COM-02", "expected the maintenanceId of an event, found another; check the id");

    private static MaintenanceAnswer Answer(MaintenanceRow row)
    {
        var channel = ResourceName.Parse<ChannelName>(row.Channel);
        return new MaintenanceAnswer(
            row.MaintenanceId,
            channel.Interconnect.Environment.Id,
            channel.Interconnect.Id,
            channel.Id,
            row.Window.Start.UtcDateTime,
            row.Window.End.UtcDateTime,
            row.Emergency);
    }
}
