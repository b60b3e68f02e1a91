namespace Harness.Features.Target.Hooks;

/// <summary>What a customer or an operator does at the target, apart from the API: see <see cref="HookTable"/>.
/// </summary>
public enum Hook
{
    CreateConnection,
    GetConnection,
    ListConnections,
    UpdateConnection,
    DeleteConnection,
    ScheduleMaintenance,
    ChangeMaintenance,
    CancelMaintenance,
    RotateKey,
    SetInterconnectState,
    ReadClock,
    AdvanceClock,
    ReadLogs,
}
