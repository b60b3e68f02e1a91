namespace Harness.Features.Target;

/// <summary>Customer accounts that the scenarios may act with (<c>accounts</c>).</summary>
/// <param name="Good">At the target, in good standing and with quota.</param>
/// <param name="Remote">At the partner: what a key names as <c>destinationAccountId</c>.</param>
/// <param name="Suspended">At the target, not in good standing (KEY-03); null where there is none.</param>
/// <param name="Full">At the target, with no quota left (KEY-03); null where there is none.</param>
public sealed record AccountSettings(string Good, string Remote, string? Suspended, string? Full);
