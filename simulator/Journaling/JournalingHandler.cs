using System.Net.Http.Headers;
using Harness.Simulator.Serving;

namespace Harness.Simulator.Journaling;

/// <summary>Enters the partner's own calls to the target into the journal.</summary>
/// <param name="journal">Where to.</param>
/// <param name="baseUrl">Root of the target's API, to tell resources by.</param>
/// <param name="inner">What sends the calls.</param>
public sealed class JournalingHandler(Journal journal, Uri baseUrl, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    // A larger answer is a fault: an endless one must not fill the memory.
    private const long MostBytes = 4 * 1024 * 1024;

    private readonly string root = baseUrl.AbsolutePath.TrimEnd('/') + "/";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        var entry = journal.Begin(await EntryAsync(request, cancellationToken));
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            journal.End(entry with
            {
                Status = (int)response.StatusCode,
                Response = new JournalMessage(Flat(response.Headers), body.Length == 0 ? null : body),
            });
            return response;
        }
        catch (Exception fault)
        {
            journal.End(entry with { Fault = fault.Message });
            throw;
        }
    }

    private static List<KeyValuePair<string, string>> Flat(HttpHeaders headers) =>
        [.. headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))];

    private async Task<JournalEntry> EntryAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var url = request.RequestUri!;
        var path = url.AbsolutePath.StartsWith(root, StringComparison.Ordinal)
            ? url.AbsolutePath[root.Length..]
            : url.AbsolutePath.TrimStart('/');
        var address = Address.Of(request.Method.Method, path, Address.ParseQuery(url.Query));
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellation);
        return new JournalEntry(
            0,
            null,
            default,
            default,
            JournalDirection.ToTarget,
            request.Method.Method,
            url.PathAndQuery,
            address.Operation,
            address.Resource,
            new JournalMessage(Flat(request.Headers), body));
    }
}
