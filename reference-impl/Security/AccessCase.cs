namespace Harness.Reference.Security;

/// <summary>A request to decide on, as far as the caller's identity goes.</summary>
/// <param name="TokenGiven">Whether it carries a bearer token.</param>
/// <param name="TokenKnown">Whether the token is one that this surface accepts.</param>
public sealed record AccessCase(bool TokenGiven, bool TokenKnown);
