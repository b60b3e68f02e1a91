using System.Net.Security;

namespace Harness.Protocol.Client;

/// <summary>Calls that prove nothing.</summary>
public sealed class NoAuthentication : IRequestAuthentication
{
    public static NoAuthentication Instance { get; } = new();

    public void Configure(SslClientAuthenticationOptions tls)
    {
    }

    public ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation) => ValueTask.CompletedTask;
}
