namespace Harness.Lab.Maintenance;

/// <summary>The devices of one provider that an interconnect sits on.</summary>
/// <param name="Interconnect">Id of the interconnect.</param>
/// <param name="Devices">Ids of the devices, each once.</param>
public sealed record MaintenanceGrouping(string Interconnect, IReadOnlyList<string> Devices)
{
    /// <summary>The interconnect with its devices.</summary>
    public override string ToString() => $"{Interconnect} [{string.Join(',', Devices)}]";
}
