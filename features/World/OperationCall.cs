using System.Text.Json.Nodes;
using Harness.Protocol.Client;
using Harness.Protocol.Operations;

namespace Harness.Features.World;

/// <summary>A request of a published operation, ready to be made as it is or with a part of it spoiled.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Ids">An id for every parameter of the operation's path.</param>
/// <param name="NewId">Query parameter that names what is created, and the id in it; null for none.</param>
/// <param name="Body">What is sent; null for nothing.</param>
public sealed record OperationCall(
    Operation Operation,
    IReadOnlyDictionary<string, string> Ids,
    (string Parameter, string Id)? NewId,
    JsonObject? Body)
{
    /// <summary>The names of the ids in the operation's path, from the left.</summary>
    public static IReadOnlyList<string> ParametersOf(Operation operation) =>
        [.. operation.Template.Split('/').Where(part => part[0] == '{').Select(part => part[1..^1])];

    /// <summary>Path below the API root, without the query.</summary>
    public string Resource => string.Join('/', Operation.Template.Split('/').Select(Filled));

    /// <summary>Path below the API root, query included.</summary>
    public string Path => NewId is { } id ? $"{Resource}?{id.Parameter}={Uri.EscapeDataString(id.Id)}" : Resource;

    /// <summary>The same without the query parameter that names what is created.</summary>
    public OperationCall WithoutId() => this with { NewId = null };

    /// <summary>The same with nothing in the query parameter that names what is created.</summary>
    public OperationCall WithEmptyId() => this with { NewId = (NewId!.Value.Parameter, "") };

    /// <summary>The same with another id in the path; as it is where the path has no such parameter.</summary>
    public OperationCall At(string parameter, string id) => Ids.ContainsKey(parameter)
        ? this with { Ids = new Dictionary<string, string>(Ids) { [parameter] = id } }
        : this;

    /// <summary>The same below, or on, a resource that never was: the last one that the path names.</summary>
    public OperationCall OnNothing(TestData data)
    {
        var last = ParametersOf(Operation)[^1];
        return At(last, last == "connection" ? data.Uuid() : data.Id("never"));
    }

    /// <summary>Makes the request as it is.</summary>
    public Task<Answer> By(Caller caller) => By(caller, Body is null ? null : RequestBody.Json(Body));

    /// <summary>Makes the request with another body.</summary>
    public Task<Answer> By(Caller caller, RequestBody? body) =>
        caller.Send(new HttpMethod(Operation.Method), Path, body);

    private string Filled(string part) => part[0] == '{' ? Uri.EscapeDataString(Ids[part[1..^1]]) : part;
}
