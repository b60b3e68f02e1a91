using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Microsoft.AspNetCore.WebUtilities;

namespace Harness.Simulator.Serving;

/// <summary>What a request's method, path and query address.</summary>
/// <param name="Operation">The published operation; null where the contract knows none.</param>
/// <param name="Resource">See <see cref="Journaling.JournalEntry.Resource"/>.</param>
/// <param name="Query">The query's parameters; of a repeated one the last.</param>
public sealed record Address(Operation? Operation, ResourceName? Resource, IReadOnlyDictionary<string, string> Query)
{
    /// <summary>Reads an address.</summary>
    /// <param name="method">HTTP method in capitals.</param>
    /// <param name="path">Below the API root, without a leading slash.</param>
    /// <param name="query">From <see cref="ParseQuery"/>.</param>
    public static Address Of(string method, string path, IReadOnlyDictionary<string, string> query)
    {
        var operation = PublishedOperations.Find(method, path);
        return new Address(operation, operation is null ? null : ResourceOf(operation, path, query), query);
    }

    /// <summary>Reads a query string, with or without its question mark.</summary>
    public static IReadOnlyDictionary<string, string> ParseQuery(string query) =>
        QueryHelpers.ParseQuery(query).ToDictionary(pair => pair.Key, pair => pair.Value[^1] ?? "");

    private static ResourceName? ResourceOf(
        Operation operation,
        string path,
        IReadOnlyDictionary<string, string> query)
    {
        var idParameter = operation.Id switch
        {
            "CreateConnection" => "connectionId",
            "CreateFeature" => "featureId",
            "CreateMacSecKey" => "macSecKeyId",
            "CreateIssue" => "issueId",
            _ => null,
        };
        if (idParameter is not null && query.TryGetValue(idParameter, out var id)
            && ResourceName.TryParse($"{path}/{id}", out var created))
            return created;
        if (ResourceName.TryParse(path, out var whole))
            return whole;

        // A collection or a verb stands after the resource that it belongs to.
        var last = path.LastIndexOf('/');
        return last > 0 && ResourceName.TryParse(path[..last], out var parent) ? parent : null;
    }
}
