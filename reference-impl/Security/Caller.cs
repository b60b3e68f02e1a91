namespace Harness.Reference.Security;

/// <summary>Who a request is from, once it is authenticated.</summary>
/// <param name="ProviderIds">Provider ids that the caller may act as (SEC-04).</param>
public sealed record Caller(IReadOnlyList<string> ProviderIds)
{
    /// <summary>The caller of a request that has passed <see cref="AccessControl"/>.</summary>
    public static Caller Of(HttpContext context) =>
        context.Features.Get<Caller>()
        ?? throw new InvalidOperationException("the endpoint is not behind the access control");
}
