namespace Harness.Reference.Outbox;

/// <summary>
/// Delivers one kind of delivery. It may be called again for one that has already arrived, so what it does
/// has to be idempotent.
/// </summary>
public interface IDeliveryHandler
{
    /// <summary>The kind, unique among the handlers.</summary>
    string Kind { get; }

    /// <summary>One attempt, which ends within its own deadline or when it is cancelled.</summary>
    Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation);
}
