using Harness.Protocol.Resources;

namespace Harness.Reference.Connections;

/// <summary>A connection's status after something has happened to it; see <see cref="ConnectionRow"/>.</summary>
public sealed record SettledStatus(
    bool Available,
    bool Changing,
    int StatusVersion,
    VerificationState VerificationState,
    UpdateState? UpdateState);
