using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace Harness.Tests.Reference;

/// <summary>Carries one coordinator's calls to another one in this process, and bends what a test wants bent.</summary>
internal sealed class Wire : HttpMessageHandler
{
    private readonly ConcurrentDictionary<(string Call, string Body), Bend> bends = new();
    private HttpMessageInvoker? there;

    /// <summary>Answers in the place of the other side, or lets it answer.</summary>
    /// <param name="call"><c>METHOD /path?query</c>.</param>
    /// <param name="proceed">Has the other side answer.</param>
    public delegate Task<HttpResponseMessage> Bend(string call, Func<Task<HttpResponseMessage>> proceed);

    /// <summary>Every call as <c>METHOD /path?query</c>, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>The bodies of calls, by the same order.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>An answer without a body of interest.</summary>
    public static Task<HttpResponseMessage> Answer(int status, string body = "{}") =>
        Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = Answers.Body(body) });

    /// <summary>Leads to <paramref name="reference"/> from now on.</summary>
    public void Connect(TestReference reference) => there = new HttpMessageInvoker(reference.Handler());

    /// <summary>Bends every call that contains <paramref name="part"/>.</summary>
    public void On(string part, Bend bend) => bends[(part, "")] = bend;

    /// <summary>Holds every call that contains <paramref name="part"/> until it is let go.</summary>
    public HeldCall Hold(string part)
    {
        var held = new HeldCall();
        On(part, held.BendAsync);
        return held;
    }

    /// <summary>Bends every call that contains <paramref name="part"/> and whose body contains <paramref name="body"/>.
    /// </summary>
    public void OnBody(
        string part, string body, Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> bend) =>
        bends[(part, body)] = (_, proceed) => bend(proceed);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Calls)
        {
            Calls.Enqueue(call);
            Bodies.Enqueue(body);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TestReference.BorealisToken);
        var bend = bends.FirstOrDefault(entry =>
            call.Contains(entry.Key.Call, StringComparison.Ordinal)
            && body.Contains(entry.Key.Body, StringComparison.Ordinal)).Value;
        return bend is null ? await ProceedAsync() : await bend(call, ProceedAsync);

        async Task<HttpResponseMessage> ProceedAsync() => there is null
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            : await there.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        there?.Dispose();
        base.Dispose(disposing);
    }
}
