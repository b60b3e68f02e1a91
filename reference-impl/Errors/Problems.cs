using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Harness.Reference.Errors;

/// <summary>
/// Refusals as RFC 9457 problem details. The source defines no error body: this one is ours, and no
/// partner may depend on it.
/// </summary>
public static class Problems
{
    /// <summary>What the <c>type</c> of every problem starts with; the code's word follows.</summary>
    public const string TypePrefix = "urn:connection-coordinator:error:";

    /// <summary>The refusal as an HTTP answer.</summary>
    public static ProblemHttpResult ToProblem(this Refusal refusal) => TypedResults.Problem(refusal.ToDetails());

    /// <summary>The refusal as problem details with the extension <c>requirement</c>.</summary>
    public static ProblemDetails ToDetails(this Refusal refusal)
    {
        var entry = ErrorTable.Of(refusal.Code);
        return new ProblemDetails
        {
            Type = TypePrefix + entry.Word,
            Title = entry.Meaning,
            Status = entry.Status,
            Detail = refusal.Detail,
            Extensions = { ["requirement"] = refusal.Requirement },
        };
    }

    /// <summary>An accepted outcome as 200 with its value, a refused one as its problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToAnswer<T>(this Outcome<T> outcome) => outcome switch
    {
        Outcome<T>.Accepted accepted => TypedResults.Ok(accepted.Value),
        Outcome<T>.Refused refused => refused.Refusal.ToProblem(),
        _ => throw new InvalidOperationException("an outcome is either accepted or refused"),
    };
}
