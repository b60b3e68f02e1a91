using Harness.Cli.Local;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>The store's statements about bandwidth, as far as mutants alter them.</summary>
internal static class Reservations
{
    /// <summary>The assignment by which bandwidth is reserved, or freed where it is negative.</summary>
    public const string Reserve = "reserved_mbps = reserved_mbps + @mbps";

    /// <summary>The condition that keeps reservations within the interconnect's bandwidth.</summary>
    public const string Guard = " AND (@mbps <= 0 OR reserved_mbps + @mbps <= max_mbps)";

    /// <summary>The values of a new connection.</summary>
    public const string Born = "VALUES (@now, @interconnectId, @uuid, @mbps, 'Unverified')";

    /// <summary>
    /// Lets the sum of reservations fall below nothing, as it can where no database watches over it: what is freed
    /// too much is then seen as room, and not as a fault.
    /// </summary>
    public static Alteration Unchecked { get; } = Alter.Sql("DEFAULT 0 CHECK (reserved_mbps >= 0)", "DEFAULT 0");
}
