namespace Harness.Reference.Negotiations;

/// <summary>Why a connection could not be made, as the customer is told.</summary>
internal static class NegotiationFailures
{
    public const string KeyNotValid =
        "The partner does not hold the activation key for valid. Nothing is reserved; create a new connection there "
        + "and bring its key.";

    public const string NoAnswer =
        "The partner could not be reached in time. Nothing is reserved; bring the key again later.";

    public const string NoInterconnect =
        "No interconnect of the environment can take the connection now. Nothing is reserved; try again later or "
        + "with less bandwidth.";

    public const string Declined =
        "The partner declined the connection. Nothing is reserved; create a new connection there and bring its key.";

    public const string NotFinalized =
        "The partner has not set the connection up in time. Nothing is reserved; try again later.";

    public const string NoFeatures =
        "Too few channels of the interconnect could be configured with the partner. Nothing is reserved; try again "
        + "later.";
}
