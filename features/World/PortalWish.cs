namespace Harness.Features.World;

/// <summary>What a customer asks for at the target's portal.</summary>
/// <param name="EnvironmentId">The environment, by its id.</param>
/// <param name="BandwidthMbps">Bandwidth in Mbps.</param>
/// <param name="RemoteAccountId">The customer's account at the partner.</param>
/// <param name="Account">Which of the customer's accounts at the target asks.</param>
public sealed record PortalWish(
    string EnvironmentId,
    int BandwidthMbps,
    string RemoteAccountId,
    PortalAccount Account = PortalAccount.Good);

/// <summary>An account at the target, as the target file names it.</summary>
public enum PortalAccount
{
    Good,
    Suspended,
    Full,
}

/// <summary>What is wrong with a wish (KEY-03).</summary>
public enum PortalDefect
{
    UnknownEnvironment,
    UnsupportedSize,
    SuspendedAccount,
    FullAccount,
}

/// <summary>What the portal answered.</summary>
/// <param name="Intent">The intent with its key; null for a refusal.</param>
public sealed record PortalAnswer(Intent? Intent)
{
    public bool Accepted => Intent is not null;
}
