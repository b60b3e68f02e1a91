using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Maintenance;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Harness.Reference.Operator;

/// <summary>Maintenance as the operator plans it (MNT-02, MNT-04 to MNT-06). Not part of the protocol.</summary>
internal sealed class OperatorMaintenanceApi(Coordinator coordinator)
{
    private const string Path = "/operator/v1/maintenance";

    private readonly MaintenanceOperations operations = new(coordinator);

    public static void Map(IEndpointRouteBuilder routes, Coordinator coordinator)
    {
        var api = new OperatorMaintenanceApi(coordinator);
        routes.MapPost(Path, api.ScheduleAsync).WithName("ScheduleMaintenance");
        routes.MapPatch($"{Path}/{{maintenanceId}}", api.ChangeAsync).WithName("ChangeMaintenance");
        routes.MapDelete($"{Path}/{{maintenanceId}}", api.CancelAsync).WithName("CancelMaintenance");
    }

    private Task<Results<Ok<MaintenanceAnswer>, ProblemHttpResult>> ScheduleAsync(
        MaintenanceRequest body, CancellationToken cancellation) =>
        OperatorNames.TryFind(coordinator.Testbed, body, out var channel, out var missing)
            ? PutAsync($"mnt-{coordinator.Ids.NewUuid()}", channel, body, cancellation)
            : Task.FromResult<Results<Ok<MaintenanceAnswer>, ProblemHttpResult>>(missing.ToProblem());

    private async Task<Results<Ok<MaintenanceAnswer>, ProblemHttpResult>> ChangeAsync(
        string maintenanceId, MaintenanceRequest body, CancellationToken cancellation)
    {
        if (await operations.FindAsync(maintenanceId, cancellation) is not { } row)
            return NotFound.ToProblem();
        var changed = body with
        {
            StartTime = body.StartTime ?? row.Window.Start,
            EndTime = body.EndTime ?? row.Window.End,
            Emergency = body.Emergency ?? row.Emergency,
        };
        return await PutAsync(maintenanceId, ResourceName.Parse<ChannelName>(row.Channel), changed, cancellation);
    }

    private async Task<Results<Ok<Empty>, ProblemHttpResult>> CancelAsync(
        string maintenanceId, CancellationToken cancellation)
    {
        if (await operations.FindAsync(maintenanceId, cancellation) is not { } row)
            return NotFound.ToProblem();
        await operations.CancelAsync(row, cancellation);
        return TypedResults.Ok(new Empty());
    }

    private async Task<Results<Ok<MaintenanceAnswer>, ProblemHttpResult>> PutAsync(
        string maintenanceId, ChannelName channel, MaintenanceRequest body, CancellationToken cancellation)
    {
        var window = new WindowCase(body.StartTime, body.EndTime, coordinator.Clock.GetUtcNow());
        if (MaintenanceRules.Unusable(window) is { } refusal)
            return refusal.ToProblem();
        var row = new MaintenanceRow
        {
            MaintenanceId = maintenanceId,
            Channel = channel.ToString(),
            StartTime = body.StartTime.GetValueOrDefault().ToUnixTimeMilliseconds(),
            EndTime = body.EndTime.GetValueOrDefault().ToUnixTimeMilliseconds(),
            Emergency = body.Emergency ?? false,
        };
        return (await operations.PutAsync(row, cancellation)).Then(Answer).ToAnswer();
    }

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
