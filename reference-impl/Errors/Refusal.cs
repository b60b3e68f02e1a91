namespace Harness.Reference.Errors;

/// <summary>Why a request is not carried out.</summary>
/// <param name="Code">Line of the table of errors.</param>
/// <param name="Requirement">Requirement that the refusal rests on.</param>
/// <param name="Detail">What was expected, what was found, what to do; never a secret (SEC-05).</param>
public sealed record Refusal(ErrorCode Code, string Requirement, string Detail)
{
    /// <summary>A refusal that rests on the requirement that the table gives for its code.</summary>
    public Refusal(ErrorCode code, string detail)
        : this(code, ErrorTable.Of(code).Requirement, detail)
    {
    }
}
