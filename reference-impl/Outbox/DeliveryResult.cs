using Harness.Reference.Store;

namespace Harness.Reference.Outbox;

/// <summary>What became of an attempt to deliver.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>
    /// It arrived. <paramref name="Apply"/> writes what follows from that, in the transaction that removes the
    /// delivery; it does not run when the delivery was withdrawn meanwhile.
    /// </summary>
    public sealed record Done(Func<StoreTransaction, Task>? Apply = null) : DeliveryResult;

    /// <summary>It did not arrive and is tried again later.</summary>
    public sealed record Again(string Reason) : DeliveryResult;
}
