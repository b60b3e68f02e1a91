using Harness.Reference.Outbox;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>Something else in the place of a delivery.</summary>
/// <param name="inner">Who would deliver.</param>
/// <param name="deliver">What happens instead.</param>
internal sealed class AlteredDelivery(
    IDeliveryHandler inner,
    Func<Delivery, IDeliveryHandler, CancellationToken, Task<DeliveryResult>> deliver) : IDeliveryHandler
{
    public string Kind => inner.Kind;

    public Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation) =>
        deliver(delivery, inner, cancellation);
}
