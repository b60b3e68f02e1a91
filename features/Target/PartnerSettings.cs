using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Harness.Features.Target;

/// <summary>Where the harness, as the partner, is called by the target (<c>partner</c>).</summary>
/// <param name="Listen">Address and port of the server; port 0 takes a free one.</param>
/// <param name="PublicUrl">Root of the partner's API as the target reaches it; null for the listening address.</param>
/// <param name="Certificate">Of the server, with its key; null has one made for the run.</param>
/// <param name="InboundToken">Bearer token that the target has to show; null takes anyone.</param>
public sealed record PartnerSettings(
    IPEndPoint Listen,
    Uri? PublicUrl,
    X509Certificate2? Certificate,
    Secret? InboundToken);
