using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Simulator.Journaling;

namespace Harness.Simulator.Calling;

/// <summary>Sends the partner's own calls to the target; the journal has them all, and what became of them.</summary>
public sealed class TargetCaller : IDisposable
{
    private readonly ProviderName partner;
    private readonly HttpMessageInvoker http;
    private readonly CoordinatorClient client;

    internal TargetCaller(TargetAccess access, ProviderName partner, Journal journal)
    {
        this.partner = partner;
        // The handler is the owner's: it outlives this.
        http = new HttpMessageInvoker(
            new JournalingHandler(journal, access.Client.BaseUrl, access.Handler), disposeHandler: false);
        client = new CoordinatorClient(http, access.Client);
    }

    /// <summary>
    /// Sends calls, in order; those that nothing waits for go on by themselves. Ends when those that are waited for
    /// have ended, each within the client's deadline; what became of them is in the journal.
    /// </summary>
    /// <param name="calls">What is called.</param>
    /// <param name="values">Fill the calls' placeholders.</param>
    /// <exception cref="ScriptFaultException">A placeholder has no value.</exception>
    public async Task SendAsync(IReadOnlyList<TargetCall> calls, Placeholders values)
    {
        foreach (var call in calls)
        {
            var prepared = Prepare(call, values.With(call.Ids));
            var sent = Task.WhenAll(Enumerable.Range(0, call.Times).Select(_ => SendAsync(call, prepared)));
            if (call.Waits)
                await sent;
        }
    }

    public void Dispose() => http.Dispose();

    private (string Path, RequestBody? Body) Prepare(TargetCall call, Placeholders values)
    {
        // The target serves the partner's prefix, whatever prefix the answered request stood below.
        var own = values.With(new Dictionary<string, string>(StringComparer.Ordinal) { ["provider"] = partner.Id });
        var query = call.Query.Select(pair =>
            $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(values.Fill(pair.Value))}");
        var path = own.Fill(call.Operation.Template) + (call.Query.Count == 0 ? "" : $"?{string.Join('&', query)}");
        return (path, values.Fill(call.Body) is { } body ? RequestBody.Json(body) : null);
    }

    private async Task SendAsync(TargetCall call, (string Path, RequestBody? Body) prepared)
    {
        try
        {
            await client.SendAsync(
                new HttpMethod(call.Operation.Method), prepared.Path, prepared.Body, call.Operation.Id);
        }
        catch (TransportException)
        {
            // A script goes on whatever the target does; the journal has the fault.
            return;
        }
    }
}
