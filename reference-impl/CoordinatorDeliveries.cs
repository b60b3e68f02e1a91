using Harness.Reference.Outbox;

namespace Harness.Reference;

/// <summary>The one list of all kinds of deliveries.</summary>
internal static class CoordinatorDeliveries
{
    public static IReadOnlyList<IDeliveryHandler> Of(Coordinator coordinator) => [];
}
