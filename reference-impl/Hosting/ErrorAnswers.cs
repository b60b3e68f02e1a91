using System.Text.Json;
using Harness.Reference.Errors;

namespace Harness.Reference.Hosting;

/// <summary>
/// Stands around all of the pipeline: whatever goes wrong is answered with a problem, never with a stack trace,
/// and bad input never with 5xx (COM-05). Logs one line for each request.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="time">Measures how long a request takes.</param>
/// <param name="log">Takes the lines.</param>
public sealed class ErrorAnswers(RequestDelegate next, TimeProvider time, ILogger<ErrorAnswers> log)
{
    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        var (method, path) = (context.Request.Method, context.Request.Path.Value ?? "/");
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, ContentType: null, StatusCode: >= 400 })
                await ForBareStatus(context).ToProblem().ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to answer.
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await ForBadRequest(fault).ToProblem().ExecuteAsync(context);
        }
        catch (Exception fault)
        {
            HostingLog.Failed(log, method, path, context.TraceIdentifier, fault);
            if (context.Response.HasStarted)
                throw;
            await ForFault(context).ToProblem().ExecuteAsync(context);
        }
        finally
        {
            var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
            HostingLog.Answered(
                log, method, path, context.Response.StatusCode, milliseconds, context.TraceIdentifier);
        }
    }

    // Answers that the framework left without a body, such as for a path that nobody serves.
    private static Refusal ForBareStatus(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new Refusal(
            ErrorCode.NotFound, "expected a published path, found another; check the path against the contract"),
        StatusCodes.Status405MethodNotAllowed => new Refusal(
            ErrorCode.MethodNotAllowed,
            $"expected {context.Response.Headers.Allow}, found {MethodOf(context)}; use one that is expected"),
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        < 500 => Unreadable,
        _ => ForFault(context),
    };

    private static Refusal ForBadRequest(BadHttpRequestException fault) => fault.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        _ => fault.InnerException is JsonException json ? ForJson(json) : ForParameter(fault),
    };

    private static Refusal UnsupportedMediaType { get; } = new(
        ErrorCode.UnsupportedMediaType, "expected a body of Content-Type application/json, found another");

    private static Refusal TooLarge { get; } = new(
        ErrorCode.TooLarge, "expected a smaller body; send a single resource of the contract");

    private static Refusal Unreadable { get; } = new(
        ErrorCode.Malformed, "expected a request as the contract describes it; check its path, query and body");

    // The path of the JSON is told and not its content, which may be a secret (SEC-05).
    private static Refusal ForJson(JsonException fault) => new(
        ErrorCode.Malformed,
        $"expected JSON of the contract's shape, found something else at {PlaceOf(fault)}; mend the body there");

    private static string PlaceOf(JsonException fault) =>
        $"{(string.IsNullOrEmpty(fault.Path) ? "$" : fault.Path)}, line {fault.LineNumber + 1 ?? 1}, "
        + $"byte {fault.BytePositionInLine + 1 ?? 1}";

    // Such as: Failed to bind parameter "Nullable<int> pageSize" from "abc".
    private static Refusal ForParameter(BadHttpRequestException fault) =>
        fault.Message.Split('"') is [_, var parameter, ..] && parameter.Split(' ') is [_, var name, ..]
            ? new Refusal(
                ErrorCode.Malformed,
                $"expected the parameter {name} as the contract types it, found something else; correct its value")
            : Unreadable;

    private static Refusal ForFault(HttpContext context) => new(
        ErrorCode.Internal,
        $"the request met a fault that is not its own; report it with the correlation id {context.TraceIdentifier}");

    private static string MethodOf(HttpContext context) =>
        context.Request.Method is { Length: <= 20 } method && method.All(char.IsAsciiLetter) ? method : "another";
}
