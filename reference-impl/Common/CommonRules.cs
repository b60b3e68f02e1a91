using Harness.Protocol.Names;
using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Common;

/// <summary>Rules that every resource shares.</summary>
public static class CommonRules
{
    /// <summary>A request for something that is not there, or below it, is answered 404.</summary>
    public static readonly RefusalRule<(ResourceName Name, bool Exists)> ResourceExists = new(
        "COM-02",
        "resource-exists",
        @case => @case.Exists ? null : NotFound(@case.Name));

    /// <summary>A create names the id of what it creates.</summary>
    public static readonly RefusalRule<(string Parameter, string? Id)> IdGiven = new(
        "COM-08",
        "id-given",
        @case => string.IsNullOrEmpty(@case.Id)
            ? new Refusal(
                ErrorCode.MissingParameter,
                $"expected the query parameter {@case.Parameter}, found none; give the id of the new resource in it")
            : null);

    /// <summary>The id can be the last segment of a name; whether there is one is another rule's to decide.</summary>
    public static readonly RefusalRule<(string Parameter, string? Id)> IdUsable = new(
        "COM-05",
        "id-usable",
        @case => string.IsNullOrEmpty(@case.Id) || ResourceName.IsValidId(@case.Id)
            ? null
            : new Refusal(
                ErrorCode.InvalidId,
                $"expected {@case.Parameter} to be 1 to {ResourceName.MaxIdLength} letters, digits, '-', '_', '.' or "
                + "'~', found something else; choose an id that needs no escaping in a URI"));

    /// <summary>What a create's id has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<(string Parameter, string? Id)>> Id = [IdGiven, IdUsable];

    public static IEnumerable<Rule> All => [ResourceExists, .. Id];

    /// <summary>The answer for a resource that is not there, or that is not the caller's (COM-12).</summary>
    public static Refusal NotFound(ResourceName name) => new(
        ErrorCode.NotFound,
        $"expected an existing resource, found none named {name}; check the ids in the path");
}
