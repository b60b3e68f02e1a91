namespace Harness.Lab.Planning;

/// <summary>What a node is.</summary>
public enum NodeKind
{
    /// <summary>Forwards packets and runs routing daemons.</summary>
    Router,

    /// <summary>A customer's host: sends and receives, forwards nothing.</summary>
    Host,
}
