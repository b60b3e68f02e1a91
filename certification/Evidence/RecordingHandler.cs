using System.Text;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Evidence;

/// <summary>
/// Records every exchange with the target, and holds it to limits: whoever is silent, slow or endless, or speaks
/// no HTTP, ends as a <see cref="BlameException"/> of the target. One per scenario and actor, above a handler that
/// scenarios may share (then give the client <c>disposeHandler: false</c>); the inner one must not follow redirects.
/// </summary>
public sealed class RecordingHandler : DelegatingHandler
{
    /// <summary>A request's option that holds the id of its operation, for the record.</summary>
    public static readonly HttpRequestOptionsKey<string> OperationKey = new("harness.operation");

    /// <summary>A response's request option that holds the sequence number of its exchange.</summary>
    public static readonly HttpRequestOptionsKey<int> SequenceKey = new("harness.sequence");

    private readonly EvidenceRecorder _recorder;
    private readonly string _actor;
    private readonly ExchangeLimits _limits;
    private readonly TimeProvider _time;

    public RecordingHandler(
        HttpMessageHandler inner,
        EvidenceRecorder recorder,
        string actor,
        ExchangeLimits limits,
        TimeProvider time)
        : base(inner)
    {
        if (inner is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
            throw new ArgumentException("A followed redirect would go unrecorded: set AllowAutoRedirect to false");
        _recorder = recorder;
        _actor = actor;
        _limits = limits;
        _time = time;
    }

    /// <exception cref="BlameException">There was no whole response within the limits: the target's doing.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri}";
        var exchange = await BeginAsync(request, cancellationToken);
        using var deadline = new CancellationTokenSource(_limits.Deadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token).WaitAsync(either.Token);
            var body = await CappedBody.ReadAsync(response, _limits.ResponseBytes, either.Token)
                .WaitAsync(either.Token);
            return Complete(exchange, response, body);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Blamed(exchange, call, $"no whole answer within {_limits.Deadline.TotalSeconds:0.###} s");
        }
        catch (OperationCanceledException)
        {
            exchange.Fail("the harness gave up before the answer was whole");
            throw;
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or HttpProtocolException)
        {
            throw Blamed(exchange, call, TransportFaults.Describe(cause), cause);
        }
    }

    private async Task<PendingExchange> BeginAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellation);
        request.Options.TryGetValue(OperationKey, out var operation);
        var record = new HttpRequestRecord(
            request.Method.Method,
            request.RequestUri?.ToString() ?? "",
            Headers(request.Headers.NonValidated, request.Content?.Headers.NonValidated),
            body is null ? null : Encoding.UTF8.GetString(body));
        var exchange = _recorder.Begin(
            Direction.ToTarget, _actor, string.IsNullOrEmpty(operation) ? null : operation, record);
        request.Options.Set(SequenceKey, exchange.Sequence);
        return exchange;
    }

    private static HttpResponseMessage Complete(PendingExchange exchange, HttpResponseMessage response, byte[] body)
    {
        var headers = Headers(response.Headers.NonValidated, response.Content.Headers.NonValidated);
        exchange.Complete((int)response.StatusCode, headers, body.Length == 0 ? null : Encoding.UTF8.GetString(body));
        var content = new ByteArrayContent(body);
        foreach (var (name, values) in response.Content.Headers.NonValidated)
            content.Headers.TryAddWithoutValidation(name, values);
        response.Content.Dispose();
        response.Content = content;
        return response;
    }

    private static List<Fact> Headers(
        System.Net.Http.Headers.HttpHeadersNonValidated headers,
        System.Net.Http.Headers.HttpHeadersNonValidated? more) =>
        [.. headers.Concat(more ?? []).Select(header => new Fact(header.Key, header.Value.ToString()))];

    private static BlameException Blamed(PendingExchange exchange, string call, string found, Exception? cause = null)
    {
        exchange.Fail(found);
        return new BlameException(Blame.Target, $"{call}: expected an HTTP answer, found {found}", cause)
        {
            Exchange = exchange.Sequence,
        };
    }
}
