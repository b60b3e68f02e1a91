using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Reference.Connections;

/// <summary>Connections as the contract shows them.</summary>
internal static class ConnectionView
{
    /// <summary>The connection, without its activation key: a secret need not travel again (SEC-05).</summary>
    public static Connection Of(ConnectionName name, int mbps, VerificationState state) => new(
        Name: name.ToString(),
        BandwidthMbps: mbps,
        AdminState: AdminState.Enabled,
        VerificationState: state);

    public static Connection Of(ConnectionName name, ConnectionRow row) =>
        Of(name, row.BandwidthMbps, row.VerificationState);
}
