namespace Harness.Features.Races.Workloads;

/// <summary>A call of the target's whose answer the partner withholds while a rival comes in.</summary>
public enum HoldPoint
{
    /// <summary>The target reads the connection after a notification (PRO-04).</summary>
    Refresh,

    /// <summary>The target reads the connection's features after a notification.</summary>
    RefreshFeatures,

    /// <summary>The target notifies that its side is available (PRO-02).</summary>
    Notify,

    /// <summary>The target updates the connection for its customer (UPD-03).</summary>
    Update,

    /// <summary>The target deletes the connection for its customer (DEL-05).</summary>
    Delete,
}

/// <summary>What the partner asks while the answer is withheld.</summary>
public enum Rival
{
    /// <summary>DeleteConnection.</summary>
    Delete,

    /// <summary>UpdateConnection.</summary>
    Update,

    /// <summary>CreateConnection of the same id, there.</summary>
    CreateAgain,

    /// <summary>CreateConnection of the same id on another interconnect.</summary>
    Migrate,

    /// <summary>NotifyConnectionStatus.</summary>
    Notify,
}
