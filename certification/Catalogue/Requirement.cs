namespace Harness.Certification.Catalogue;

/// <summary>How binding the source words a requirement.</summary>
public enum Level
{
    Must,
    Should,
    May,
}

/// <summary>A line of <c>requirements.yaml</c>.</summary>
/// <param name="Id">Such as <c>COM-01</c>.</param>
/// <param name="Area">Heading that it stands under, such as <c>Common</c>.</param>
/// <param name="Level">MUST, SHOULD or MAY.</param>
/// <param name="Role">Who owes it: <c>responder</c>, <c>negotiator</c>, <c>initiator</c> or <c>both</c>.</param>
/// <param name="Plane"><c>api</c> or <c>data</c>.</param>
/// <param name="Text">What is owed, in one sentence.</param>
/// <param name="Interpretation">The source is silent or ambiguous: a deviation is a warning, not a failure.</param>
/// <param name="Undecided">Why no scenario of this suite decides it, and what would; null where one does.</param>
public sealed record Requirement(
    string Id,
    string Area,
    Level Level,
    string Role,
    string Plane,
    string Text,
    bool Interpretation = false,
    string? Undecided = null)
{
    /// <summary>Whether a deviation fails the certification, rather than being reported as a warning.</summary>
    public bool Binding => Level == Level.Must && !Interpretation;
}
