namespace Harness.Reference.Outbox;

/// <summary>The kinds of deliveries. They are stored: a name that was once used stays what it is. The steps of
/// a negotiation have their own names; see <see cref="Negotiations.NegotiationStep"/>.</summary>
public static class DeliveryKinds
{
    public const string ActivateFeature = "ActivateFeature";
    public const string DeactivateFeature = "DeactivateFeature";
    public const string NotifyConnectionStatus = "NotifyConnectionStatus";
    public const string RefreshConnection = "RefreshConnection";
    public const string UpdateConnection = "UpdateConnection";
    public const string DeleteConnection = "DeleteConnection";
    public const string AskGuidance = "AskGuidance";
    public const string ProposeFeature = "ProposeFeature";
    public const string DeleteFeature = "DeleteFeature";
    public const string DrainFeature = "DrainFeature";
}
