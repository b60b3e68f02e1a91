using System.Collections.Concurrent;
using System.Net;

namespace Harness.Tests.Reference;

/// <summary>Answers the coordinator's own calls to the partner, and keeps them.</summary>
internal sealed class StubPartner : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<string, (int Status, string Body)>> answers = new();

    /// <summary>Every call as <c>METHOD /path</c>, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Answers a call with what <paramref name="answer"/> makes of its body.</summary>
    /// <param name="call"><c>METHOD /path?query</c>.</param>
    /// <param name="answer">Status and JSON.</param>
    public void On(string call, Func<string, (int Status, string Body)> answer) => answers[call] = answer;

    /// <summary>Waits until a call has come so often.</summary>
    public Task CalledAsync(string call, int times = 1) => Eventually.SeeAsync(
        $"{call} {times} times",
        () => Task.FromResult(Calls.ToArray()),
        calls => calls.Count(one => one == call) >= times);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var (status, text) = answers.TryGetValue(call, out var answer) ? answer(body) : (200, "{}");
        Calls.Enqueue(call);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = Answers.Body(text) };
    }
}
