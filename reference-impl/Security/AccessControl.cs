using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Security;

/// <summary>
/// Stands before every endpoint: authenticates the caller (SEC-02, SEC-03) and keeps it to its own prefix
/// (COM-03). Which surface a request is for is told by its first path segment.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="rules">Holds the rules that decide.</param>
/// <param name="own">The server's own provider id.</param>
/// <param name="callers">Credentials of the peers.</param>
/// <param name="portalToken">Opens the portal and the operator's surface.</param>
public sealed class AccessControl(
    RequestDelegate next,
    RuleBook rules,
    string own,
    IReadOnlyList<CallerCredential> callers,
    BearerToken portalToken)
{
    /// <summary>Lets a request pass or answers it with its refusal.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var segments = context.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var refusal = segments switch
        {
            [var first, .. var below] when Is(first, "providers") => JudgePeer(context, below),
            [var first, ..] when Is(first, "portal") || Is(first, "operator") => JudgeOperator(context),
            _ => null,
        };
        if (refusal is null)
            return next(context);
        if (refusal.Code == ErrorCode.Unauthenticated)
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"connection-coordinator\"";
        return refusal.ToProblem().ExecuteAsync(context);
    }

    private Refusal? JudgePeer(HttpContext context, string[] below)
    {
        var token = Credentials.BearerOf(context.Request.Headers.Authorization);
        var credential = token is null ? null : Credentials.Find(callers, token);
        var access = new AccessCase(token is not null, credential is not null);
        if (rules.FirstRefusal(SecurityRules.Access, access) is { } refusal)
            return refusal;

        // Without a credential only a broken rule leads here; the caller then passes for whom it claims to be.
        var actsAs = credential is null ? below.Take(1).ToArray() : rules.Decide(SecurityRules.ProvidersOf, credential);
        context.Features.Set(new Caller(actsAs));
        return below is []
            ? null
            : rules.Decide(
                SecurityRules.OwnPrefix,
                new PrefixCase(below[0], $"providers/{string.Join('/', below)}", actsAs, own, below.Length == 1));
    }

    private Refusal? JudgeOperator(HttpContext context)
    {
        var token = Credentials.BearerOf(context.Request.Headers.Authorization);
        return rules.FirstRefusal(
            SecurityRules.Access, new AccessCase(token is not null, token is not null && portalToken.Matches(token)));
    }

    // Routes are matched without regard to case, so the guard is too.
    private static bool Is(string segment, string word) => segment.Equals(word, StringComparison.OrdinalIgnoreCase);
}
