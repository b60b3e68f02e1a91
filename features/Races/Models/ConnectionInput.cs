namespace Harness.Features.Races.Models;

/// <summary>What is asked of connections in a race. Connections and interconnects are numbered from 0.</summary>
public abstract record ConnectionInput(int Connection, int Interconnect)
{
    /// <summary>CreateConnection with the key of its intent.</summary>
    /// <param name="Connection">Which connection.</param>
    /// <param name="Interconnect">Where.</param>
    /// <param name="SizeMbps">Bandwidth in Mbps.</param>
    /// <param name="Migrates">Meant as a migration, with or without the key as the target was seen to want it.</param>
    public sealed record Create(int Connection, int Interconnect, int SizeMbps, bool Migrates = false)
        : ConnectionInput(Connection, Interconnect);

    /// <summary>UpdateConnection.</summary>
    /// <param name="Connection">Which connection.</param>
    /// <param name="Interconnect">Where.</param>
    /// <param name="SizeMbps">Bandwidth wanted, in Mbps.</param>
    public sealed record Update(int Connection, int Interconnect, int SizeMbps)
        : ConnectionInput(Connection, Interconnect);

    /// <summary>DeleteConnection.</summary>
    public sealed record Delete(int Connection, int Interconnect) : ConnectionInput(Connection, Interconnect);

    /// <summary>GetConnection.</summary>
    public sealed record Read(int Connection, int Interconnect) : ConnectionInput(Connection, Interconnect);

    /// <summary>NotifyConnectionStatus, which changes nothing that this model knows of.</summary>
    public sealed record Notify(int Connection, int Interconnect) : ConnectionInput(Connection, Interconnect);
}

/// <summary>What was answered.</summary>
public abstract record ConnectionAnswer
{
    private ConnectionAnswer()
    {
    }

    /// <summary>200.</summary>
    /// <param name="Mbps">The bandwidth that the answer names; null where it names none.</param>
    public sealed record Done(long? Mbps) : ConnectionAnswer;

    /// <summary>Any other status.</summary>
    public sealed record Refused(int Status) : ConnectionAnswer;
}
