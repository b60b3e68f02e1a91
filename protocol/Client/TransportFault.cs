namespace Harness.Protocol.Client;

/// <summary>Why a call got no whole response.</summary>
public enum TransportFault
{
    /// <summary>Nobody listens at that address and port.</summary>
    Refused,

    /// <summary>The host's name has no address.</summary>
    NameNotFound,

    /// <summary>No route, or the network is down.</summary>
    Unreachable,

    /// <summary>The TLS handshake failed: no common version, or a certificate that is not trusted.</summary>
    Tls,

    /// <summary>The deadline passed before the response was whole.</summary>
    Timeout,

    /// <summary>The connection was closed or reset before the response was whole.</summary>
    Reset,

    /// <summary>The response is larger than the client's limit.</summary>
    TooLarge,

    /// <summary>What came is not HTTP.</summary>
    Garbage,
}
