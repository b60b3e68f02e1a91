using System.Text.Json.Nodes;
using Harness.Cli.Local;
using Harness.Protocol.Operations;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>Alterations of requests and answers, before and after the reference's handlers.</summary>
internal static class Wire
{
    /// <summary>Something else in the place of every call.</summary>
    public static Alteration Calls(Func<Call, Task<Reply>> answer) => options => options with
    {
        Before = [.. options.Before, next => http => AnswerAsync(http, next, answer)],
    };

    /// <summary>Something else in the place of calls of an operation.</summary>
    public static Alteration Calls(Operation operation, Func<Call, Task<Reply>> answer) =>
        Calls(call => call.Operation == operation ? answer(call) : call.ProceedAsync());

    /// <summary>Successful answers of an operation, changed.</summary>
    public static Alteration Answers(Operation operation, Action<JsonObject> edit) =>
        Answers(operation, (_, json) => edit(json));

    /// <summary>Successful answers of an operation, changed with regard to the call.</summary>
    public static Alteration Answers(Operation operation, Action<Call, JsonObject> edit) => Calls(
        operation,
        async call => await call.ProceedAsync() is var reply && reply.IsSuccess
            ? reply.Edited(json => edit(call, json))
            : reply);

    /// <summary>A resource wherever it is answered: alone, and in its list.</summary>
    /// <param name="operations">Those that answer it alone, or a list of it.</param>
    /// <param name="edit">Changes one.</param>
    public static Alteration Resources(Operation[] operations, Action<JsonObject> edit) => Calls(async call =>
    {
        var reply = await call.ProceedAsync();
        return reply.IsSuccess && operations.Contains(call.Operation) ? reply.Edited(json => Each(json, edit)) : reply;
    });

    /// <summary>Other statuses of an operation's answers.</summary>
    public static Alteration Status(Operation operation, int status, int other) => Calls(
        operation,
        async call => await call.ProceedAsync() is var reply && reply.Status == status
            ? reply with { Status = other }
            : reply);

    /// <summary>Requests of an operation, changed before they are handled.</summary>
    public static Alteration Requests(Operation operation, Action<Call, JsonObject> edit) => Calls(operation, call =>
    {
        var json = call.Json();
        edit(call, json);
        return json.Count == 0 ? call.ProceedAsync() : call.ProceedAsync(json);
    });

    /// <summary>Changes the items of a list, or the one resource where it is none.</summary>
    private static void Each(JsonObject json, Action<JsonObject> edit)
    {
        var lists = json.ContainsKey("name") ? [] : json.Select(field => field.Value).OfType<JsonArray>();
        var list = lists.FirstOrDefault();
        foreach (var item in list?.OfType<JsonObject>() ?? [json])
            edit(item);
    }

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next, Func<Call, Task<Reply>> answer)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var reply = await answer(new Call(http, next, body.ToArray()));
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = reply.ContentType;
        http.Response.ContentLength = reply.Body.Length;
        await http.Response.Body.WriteAsync(reply.Body, http.RequestAborted);
    }
}
