using System.Security.Cryptography;
using System.Text;

namespace Harness.Reference.Security;

/// <summary>A bearer token as the server keeps it: its SHA-256 only, so that it cannot leak (SEC-05).</summary>
public sealed class BearerToken
{
    private readonly byte[] hash;

    private BearerToken(byte[] hash) => this.hash = hash;

    /// <summary>Keeps the hash of <paramref name="token"/> and forgets the rest.</summary>
    /// <exception cref="ArgumentException">It is empty or has characters that a header cannot carry.</exception>
    public static BearerToken Of(string token) =>
        token.Length > 0 && token.All(character => character is > ' ' and <= '~')
            ? new BearerToken(Hash(token))
            : throw new ArgumentException("expected a token of printable ASCII characters without blanks");

    /// <summary>
    /// Reads a token from where a configuration says it is, since it never stands in a configuration itself.
    /// </summary>
    /// <param name="reference"><c>env:NAME</c> for an environment variable, <c>file:PATH</c> for a file.</param>
    /// <exception cref="ArgumentException">The reference has another form, or there is no token.</exception>
    public static BearerToken From(string reference)
    {
        var text = reference.Split(':', 2) switch
        {
            ["env", var name] => Environment.GetEnvironmentVariable(name)
                ?? throw new ArgumentException($"expected a token in the environment variable {name}, found none"),
            ["file", var path] => Read(path),
            // The reference is not repeated: it may be the token itself, written in the wrong place.
            _ => throw new ArgumentException("expected env:NAME or file:PATH, where the token is to be found"),
        };
        return Of(text.Trim());
    }

    /// <summary>Whether <paramref name="token"/> is this one; takes the same time whichever it is.</summary>
    public bool Matches(string token) => CryptographicOperations.FixedTimeEquals(hash, Hash(token));

    /// <summary>Names nothing of the token (SEC-05).</summary>
    public override string ToString() => "BearerToken { redacted }";

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"expected a token in the file {path}: {fault.Message}", fault);
        }
    }
}
