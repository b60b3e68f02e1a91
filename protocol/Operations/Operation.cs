namespace Harness.Protocol.Operations;

/// <summary>A published operation.</summary>
/// <param name="Id">Its operationId in the contract, such as <c>CreateConnection</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">Path below the API root, without a leading slash; ids stand in braces.</param>
public sealed record Operation(string Id, string Method, string Template)
{
    private readonly string[] segments = Template.Split('/');

    /// <summary>Whether a request's method and path segments are this operation's.</summary>
    internal bool Matches(string method, IReadOnlyList<string> path)
    {
        if (method != Method || path.Count != segments.Length)
            return false;
        for (var i = 0; i < segments.Length; i++)
            if (segments[i][0] != '{' && segments[i] != path[i])
                return false;
        return true;
    }

    /// <summary>The operation's id.</summary>
    public override string ToString() => Id;
}
