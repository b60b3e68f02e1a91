namespace Harness.Reference.Deadlines;

/// <summary>A connection's age. All instants are milliseconds since 1970 by the protocol's clock.</summary>
/// <param name="CreatedAt">When it was placed here.</param>
/// <param name="VerifiedAt">When it was first VERIFIED; null where it never was.</param>
/// <param name="MissingSince">Since when the peer says that it has no such connection; null where it has.</param>
/// <param name="Now">Now.</param>
public sealed record UnfinishedCase(long CreatedAt, long? VerifiedAt, long? MissingSince, long Now);
