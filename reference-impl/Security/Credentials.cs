using Microsoft.Extensions.Primitives;

namespace Harness.Reference.Security;

/// <summary>Reads the credentials of a request.</summary>
public static class Credentials
{
    private const string Scheme = "Bearer ";

    /// <summary>The bearer token of the Authorization header; null where there is none, or more than one.</summary>
    public static string? BearerOf(StringValues authorization) =>
        authorization is [{ } value]
        && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && value[Scheme.Length..].Trim() is { Length: > 0 } token
            ? token
            : null;

    /// <summary>Whose token it is. Looks at every credential, so that the time does not tell which it was.</summary>
    public static CallerCredential? Find(IReadOnlyList<CallerCredential> credentials, string token)
    {
        CallerCredential? found = null;
        foreach (var credential in credentials)
            if (credential.Token.Matches(token))
                found = credential;
        return found;
    }
}
