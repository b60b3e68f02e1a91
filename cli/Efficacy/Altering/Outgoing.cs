using Harness.Cli.Local;
using Harness.Protocol.Operations;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>Alterations of what the reference calls at its peer, and of what it takes for the answer.</summary>
internal static class Outgoing
{
    /// <summary>Something else in the place of every call.</summary>
    public static Alteration Calls(Func<PeerCall, Task<HttpResponseMessage>> call) => options =>
    {
        var connect = options.Connect;
        return options with
        {
            Connect = peer => connect(peer).Over(sender => new HttpMessageInvoker(new Sender(sender, call))),
        };
    };

    /// <summary>Something else in the place of calls of an operation.</summary>
    public static Alteration Calls(Operation operation, Func<PeerCall, Task<HttpResponseMessage>> answer) =>
        Calls(call => call.Operation == operation.Id ? answer(call) : call.ProceedAsync());

    private sealed class Sender(HttpMessageInvoker inner, Func<PeerCall, Task<HttpResponseMessage>> call)
        : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            call(new PeerCall(request, other => inner.SendAsync(other, cancellationToken)));
    }
}
