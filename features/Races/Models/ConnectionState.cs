namespace Harness.Features.Races.Models;

/// <summary>
/// Which connections stand where, with what bandwidth: four bits for each pair of connection and interconnect, 0 for
/// none and else one more than the place of the size among those that the race uses.
/// </summary>
/// <param name="Held">The bits.</param>
/// <param name="Ended">Connections that were deleted where they stood last: their keys are dead for ever.</param>
/// <param name="Moved">Connections that were deleted on one interconnect while they stood on another.</param>
public readonly record struct ConnectionState(UInt128 Held, ushort Ended, ushort Moved)
{
    /// <summary>Most connections of a race.</summary>
    public const int MostConnections = 16;

    /// <summary>Most interconnects of a race.</summary>
    public const int MostInterconnects = 2;

    /// <summary>Most sizes that a race may use.</summary>
    public const int MostSizes = 15;

    private const int Bits = 4;
    private static readonly UInt128 Mask = 0xF;

    /// <summary>The size of a connection, from 1; 0 where it does not stand there.</summary>
    public int SizeOf(int connection, int interconnect) =>
        (int)((Held >> Shift(connection, interconnect)) & Mask);

    /// <summary>Whether the connection stands on another interconnect.</summary>
    public bool StandsElsewhere(int connection, int interconnect) =>
        SizeOf(connection, 1 - interconnect) != 0;

    /// <summary>The state with another size there; 0 takes it away.</summary>
    public ConnectionState With(int connection, int interconnect, int size)
    {
        var shift = Shift(connection, interconnect);
        return this with { Held = (Held & ~(Mask << shift)) | ((UInt128)(uint)size << shift) };
    }

    /// <summary>The state without the connection there.</summary>
    public ConnectionState Without(int connection, int interconnect)
    {
        var bit = (ushort)(1 << connection);
        var rest = With(connection, interconnect, 0);
        return StandsElsewhere(connection, interconnect)
            ? rest with { Moved = (ushort)(Moved | bit) }
            : rest with { Ended = (ushort)(Ended | bit) };
    }

    /// <summary>Whether the connection's key is dead for ever (KEY-16).</summary>
    public bool HasEnded(int connection) => (Ended & (1 << connection)) != 0;

    /// <summary>Whether the connection was deleted somewhere before it moved on.</summary>
    public bool HasMoved(int connection) => (Moved & (1 << connection)) != 0;

    private static int Shift(int connection, int interconnect) =>
        Bits * ((interconnect * MostConnections) + connection);
}
