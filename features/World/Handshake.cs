namespace Harness.Features.World;

/// <summary>What came of an attempt to speak one version of TLS. Closed: one of the nested records.</summary>
/// <param name="Words">What was seen, in words.</param>
public abstract record Handshake(string Words)
{
    /// <summary>The server speaks the version: it has answered with a ServerHello.</summary>
    /// <param name="Words">What was seen, in words.</param>
    /// <param name="CarriedThrough">Whether the handshake came to its end.</param>
    public sealed record Spoken(string Words, bool CarriedThrough) : Handshake(Words);

    /// <summary>The server does not: an alert, a closed line, or silence.</summary>
    public sealed record Refused(string Words) : Handshake(Words);

    /// <summary>This machine's TLS library did not offer the version, so the server was not asked.</summary>
    public sealed record NotOffered(string Words) : Handshake(Words);
}
