using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Security;

/// <summary>Who may ask at all, and for what.</summary>
public static class SecurityRules
{
    /// <summary>A request shows who it is from.</summary>
    public static readonly RefusalRule<AccessCase> TokenGiven = new(
        "SEC-02",
        "token-given",
        access => access.TokenGiven
            ? null
            : new Refusal(
                ErrorCode.Unauthenticated,
                "SEC-02",
                "expected one Authorization header with a bearer token, found none; send the token agreed on"));

    /// <summary>What it shows is known to the server.</summary>
    public static readonly RefusalRule<AccessCase> TokenKnown = new(
        "SEC-03",
        "token-known",
        access => access.TokenKnown || !access.TokenGiven
            ? null
            : new Refusal(
                ErrorCode.Unauthenticated,
                "SEC-03",
                "expected a bearer token known to this server, found another; send the token agreed on"));

    /// <summary>Which providers a caller acts as: exactly those of its credential.</summary>
    public static readonly Rule<CallerCredential, IReadOnlyList<string>> ProvidersOf = new(
        "SEC-04", "providers-of-identity", credential => credential.ProviderIds);

    /// <summary>
    /// A caller reads and changes nothing below another provider's prefix, and is not told what is there
    /// (COM-12). The server's own provider resource is for everybody (PRV-02).
    /// </summary>
    public static readonly RefusalRule<PrefixCase> OwnPrefix = new(
        "COM-03",
        "own-prefix",
        @case => @case.ActsAs.Contains(@case.Prefix, StringComparer.Ordinal)
            || (@case.IsProviderItself && @case.Prefix == @case.Own)
            ? null
            : new Refusal(
                ErrorCode.NotFound,
                "COM-02",
                $"expected an existing resource, found none named {@case.Path}; check the ids in the path"));

    public static IEnumerable<Rule> All => [TokenGiven, TokenKnown, ProvidersOf, OwnPrefix];

    /// <summary>What every request has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<AccessCase>> Access = [TokenGiven, TokenKnown];
}
