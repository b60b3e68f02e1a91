namespace Harness.Certification.Evidence;

/// <summary>What is secret in the exchanges of the API under test (SEC-05).</summary>
/// <param name="Fields">
/// JSON fields and query parameters whose values are secret, without regard to case.
/// </param>
/// <param name="Headers">Headers whose values are secret, without regard to case.</param>
/// <param name="Literals">Values known to be secret from the start, such as bearer tokens.</param>
public sealed record RedactionRules(
    IReadOnlyList<string> Fields,
    IReadOnlyList<string> Headers,
    IReadOnlyList<string> Literals)
{
    /// <summary>The headers that carry credentials in any HTTP API.</summary>
    public static IReadOnlyList<string> CredentialHeaders { get; } =
        ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Amz-Security-Token"];

    /// <summary>Only the headers that carry credentials in any HTTP API.</summary>
    public static RedactionRules Default { get; } = new([], CredentialHeaders, []);
}
