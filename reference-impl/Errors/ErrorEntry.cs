namespace Harness.Reference.Errors;

/// <summary>A line of the table of errors.</summary>
/// <param name="Code">The code.</param>
/// <param name="Word">The code as callers see it, in kebab case.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Definite">Whether the request certainly had no effect; false where that is not known.</param>
/// <param name="Requirement">Requirement that it rests on where a refusal names none.</param>
/// <param name="Meaning">One line for people.</param>
public sealed record ErrorEntry(
    ErrorCode Code,
    string Word,
    int Status,
    bool Definite,
    string Requirement,
    string Meaning);
