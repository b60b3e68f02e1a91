namespace Harness.Features.Target.Hooks;

/// <summary>What a customer or an operator does at the target, apart from the API: see <see cref="HookTable"/>.
/// </summary>
public enum Hook
{
    CreateConnection,
    AcceptConnection,
    GetConnection,
    ListConnections,
    UpdateConnection,
    DeleteConnection,
    MigrateConnection,
    DeleteFeature,
    ScheduleMaintenance,
    ChangeMaintenance,
    CancelMaintenance,
    RotateKey,
    SetInterconnectState,
    ReadClock,
    AdvanceClock,
    ReadLogs,
}
