namespace Harness.Reference.Testbed;

/// <summary>A customer's account at the portal (KEY-03).</summary>
/// <param name="Id">Account id, such as <c>customer-1</c>.</param>
/// <param name="GoodStanding">Whether the account may create connections.</param>
/// <param name="ConnectionQuota">Connections that it may have at a time; null for any number.</param>
public sealed record TestbedAccount(string Id, bool GoodStanding = true, int? ConnectionQuota = null);
