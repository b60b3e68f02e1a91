using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Reference.Outbox;

namespace Harness.Reference.Peers;

/// <summary>A delivery about a connection that is a call to the peer.</summary>
internal abstract class PeerDelivery(Coordinator coordinator) : IDeliveryHandler
{
    public abstract string Kind { get; }

    protected Coordinator Coordinator => coordinator;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var ours = ResourceName.Parse<ConnectionName>(delivery.Subject);
        var peer = ours.Interconnect.Environment.Provider.Provider;
        if (coordinator.Peers.Find(peer) is not { } client)
            return new DeliveryResult.Again($"the testbed gives no API address of {peer}");
        try
        {
            return await CallAsync(client, ours, delivery, cancellation);
        }
        catch (TransportException fault)
        {
            return await UnansweredAsync(ours, delivery, fault.Message);
        }
    }

    /// <summary>One attempt.</summary>
    /// <param name="client">The peer's API.</param>
    /// <param name="ours">The connection as we name it.</param>
    /// <param name="delivery">What is delivered.</param>
    /// <param name="cancellation">Gives up the attempt.</param>
    protected abstract Task<DeliveryResult> CallAsync(
        CoordinatorClient client, ConnectionName ours, Delivery delivery, CancellationToken cancellation);

    /// <summary>No whole answer came: the call is repeated for as long as it takes.</summary>
    /// <param name="ours">The connection as we name it.</param>
    /// <param name="delivery">What was delivered.</param>
    /// <param name="reason">What happened instead.</param>
    protected virtual Task<DeliveryResult> UnansweredAsync(ConnectionName ours, Delivery delivery, string reason) =>
        Task.FromResult<DeliveryResult>(new DeliveryResult.Again(reason));

    /// <summary>The connection as the peer names it.</summary>
    protected ConnectionName AtPeer(ConnectionName ours) => coordinator.Peers.Self.Of(ours);

    /// <summary>Not acknowledged: the call is repeated.</summary>
    protected static DeliveryResult NotAcknowledged<T>(ApiResult<T> answer) =>
        new DeliveryResult.Again($"the peer answered {answer.Status}");
}
