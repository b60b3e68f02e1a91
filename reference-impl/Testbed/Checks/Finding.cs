namespace Harness.Reference.Testbed.Checks;

/// <summary>Something in a testbed that a requirement forbids or advises against.</summary>
/// <param name="Requirement">The requirement's id.</param>
/// <param name="Severity">Whether the server starts all the same.</param>
/// <param name="Where">The resource concerned.</param>
/// <param name="Found">What is expected and what was found.</param>
/// <param name="Change">What to change.</param>
public sealed record Finding(string Requirement, Severity Severity, string Where, string Found, string Change)
{
    /// <summary>One line, fit to be printed or logged.</summary>
    public override string ToString() =>
        $"{(Severity == Severity.Error ? "error" : "warning")} {Requirement} {Where}: {Found}; {Change}";
}
