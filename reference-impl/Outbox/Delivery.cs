namespace Harness.Reference.Outbox;

/// <summary>Something that has still to reach a peer or the network.</summary>
/// <remarks>A class with setters, because the rows of the store are read into it.</remarks>
public sealed class Delivery
{
    public long Id { get; init; }

    /// <summary>Which handler delivers it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Full name of the resource that it is about, as we name it.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What else the handler wants to know. Never a secret.</summary>
    public string Payload { get; init; } = "";

    /// <summary>How often it was tried before.</summary>
    public int Attempts { get; init; }
}
