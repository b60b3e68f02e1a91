using Harness.Features.Target.Templates;

namespace Harness.Cli.Local;

/// <summary>A token and where a target file finds it.</summary>
/// <param name="value">The token itself.</param>
/// <param name="source">Where it stands.</param>
internal sealed class LocalToken(string value, SecretSource source)
{
    private const string Forms = "env:NAME or file:PATH, where the token is to be found";

    public SecretSource Source { get; } = source;

    /// <summary>The token itself, for the wire only (SEC-05).</summary>
    public string Reveal() => value;

    /// <summary>Reads a token from where a command line says it is, since it never stands on one itself.</summary>
    /// <param name="option">The option's name, for messages.</param>
    /// <param name="reference"><c>env:NAME</c> or <c>file:PATH</c>.</param>
    /// <param name="surroundings">Has the environment variables.</param>
    /// <exception cref="CannotRunException">The reference has another form, or there is no token.</exception>
    public static LocalToken From(string option, string reference, Surroundings surroundings)
    {
        var (source, found) = reference.Split(':', 2) switch
        {
            ["env", var name] => (SecretSource.Variable(name), surroundings.Variable(name)),
            ["file", var path] => (SecretSource.File(Path.GetFullPath(path)), Read(option, path)),
            // What was found is not repeated: it may be the token itself, written in the wrong place (SEC-05).
            _ => throw new CannotRunException($"{option}: expected {Forms}"),
        };
        var token = found?.Trim() ?? "";
        return token.Length > 0 && token.All(letter => letter is > ' ' and <= '~')
            ? new LocalToken(token, source)
            : throw new CannotRunException(
                $"{option}: expected a token of printable ASCII characters without blanks at {reference}, found none");
    }

    private static string Read(string option, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException($"{option}: expected a token in the file {path}, found: {cause.Message}");
        }
    }
}
