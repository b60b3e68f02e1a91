using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;

namespace Harness.Protocol.Client;

/// <summary>
/// A client of the Connection Coordinator API: one method per published operation. A refusal is a result, not
/// an exception; a call without a whole response is a <see cref="TransportException"/>. Nothing is retried,
/// no redirect is followed, every call has a deadline.
/// </summary>
/// <param name="http">What sends the requests; see <see cref="ClientHandlers"/>. It is not disposed here.</param>
/// <param name="options">Where and how to call.</param>
public sealed partial class CoordinatorClient(HttpMessageInvoker http, ClientOptions options)
{
    /// <summary>
    /// Key of the request option that carries the operation's id, for handlers that record what was called.
    /// </summary>
    public static readonly HttpRequestOptionsKey<string> OperationKey = new("harness.operation");

    private readonly string root = options.BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>What the client was made with.</summary>
    public ClientOptions Options { get; } = options;

    /// <summary>The same client with other options, such as another identity or deadline.</summary>
    public CoordinatorClient With(ClientOptions other) => new(http, other);

    /// <summary>The same client over another sender of its requests.</summary>
    /// <param name="sender">Gets the present one, which stays its owner's to dispose of.</param>
    public CoordinatorClient Over(Func<HttpMessageInvoker, HttpMessageInvoker> sender) => new(sender(http), Options);

    /// <summary>
    /// Sends any request, well formed or not, and answers whatever comes back.
    /// </summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below the API root without a leading slash, query included, already escaped.</param>
    /// <param name="body">What to send; null for no body.</param>
    /// <param name="operation">The operation's id, for the record.</param>
    /// <param name="cancellation">Gives up the call.</param>
    /// <exception cref="TransportException">There was no whole response.</exception>
    public async Task<RawResponse> SendAsync(
        HttpMethod method,
        string path,
        RequestBody? body = null,
        string? operation = null,
        CancellationToken cancellation = default)
    {
        var resource = path.Split('?')[0];
        var call = $"{method} {root}/{resource}";
        using var deadline = new CancellationTokenSource(Options.Deadline, Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            using var request = Request(method, $"{root}/{path}", body);
            request.Options.Set(
                OperationKey,
                operation ?? PublishedOperations.Find(method.Method, resource)?.Id ?? "");
            await Options.Authentication.AuthenticateAsync(request, body?.Bytes ?? default, either.Token);
            using var response = await http.SendAsync(request, either.Token);
            var bytes = await BoundedBody.ReadAsync(response.Content, Options.MaxResponseBytes, call, either.Token);
            return new RawResponse((int)response.StatusCode, HeadersOf(response), bytes);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TransportException(
                TransportFault.Timeout,
                $"{call}: no whole response came within {Options.Deadline.TotalSeconds:0.###} s");
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException)
        {
            throw TransportException.From(cause, call);
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string url, RequestBody? body)
    {
        var request = new HttpRequestMessage(method, url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("Accept", RequestBody.JsonType);
        if (body is null)
            return request;

        request.Content = new ReadOnlyMemoryContent(body.Bytes);
        if (body.ContentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        return request;
    }

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            headers[name] = values.ToString();
        return headers;
    }

    private static string PathOf(ResourceName name, string? below = null)
    {
        var path = string.Join('/', name.ToString().Split('/').Select(Uri.EscapeDataString));
        return below is null ? path : $"{path}/{below}";
    }

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = "";
        foreach (var (name, value) in parameters)
            if (value is not null)
                query += $"{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
        return query;
    }

    private static string PageQuery(int? pageSize, string? pageToken) =>
        Query(("pageSize", pageSize?.ToString()), ("pageToken", pageToken));

    private async Task<ApiResult<T>> CallAsync<T>(
        Operation operation,
        string path,
        JsonTypeInfo<T> answer,
        RequestBody? body,
        CancellationToken cancellation)
        where T : class
    {
        var response = await SendAsync(new HttpMethod(operation.Method), path, body, operation.Id, cancellation);
        if (!response.IsSuccess)
            return new ApiResult<T>.Refusal(response, Problem.From(response));
        try
        {
            return JsonSerializer.Deserialize(response.Body.Span, answer) is { } value
                ? new ApiResult<T>.Success(response, value)
                : new ApiResult<T>.Malformed(response, "expected a JSON object, found null");
        }
        catch (JsonException wrong)
        {
            var place = string.IsNullOrEmpty(wrong.Path) ? "$" : wrong.Path;
            return new ApiResult<T>.Malformed(response, $"not of the contract's shape at {place}: {wrong.Message}");
        }
    }
}
