namespace Harness.Reference.MacSec;

/// <summary>The start time of an accepted key to decide on.</summary>
/// <param name="Proposed">What the body says, if anything.</param>
/// <param name="Accepted">When the server accepted the key.</param>
public sealed record StartTimeCase(DateTimeOffset? Proposed, DateTimeOffset Accepted);
