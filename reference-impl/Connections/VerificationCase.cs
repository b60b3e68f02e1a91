namespace Harness.Reference.Connections;

/// <summary>What a connection's verification is decided on.</summary>
/// <param name="Available">All features are available on our side.</param>
/// <param name="Acknowledged">The peer has acknowledged the notification that said so.</param>
/// <param name="Notified">The peer has notified, and the refresh that followed showed its features available.</param>
public sealed record VerificationCase(bool Available, bool Acknowledged, bool Notified);
