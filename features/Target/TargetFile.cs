using Harness.Features.Target.Hooks;
using Harness.Protocol.Client;

namespace Harness.Features.Target;

/// <summary>A target file, read and checked: all that the harness knows of the implementation under test.</summary>
/// <param name="Lines">Where each value stands in the file.</param>
/// <param name="Name">The target's name, for people.</param>
/// <param name="Version">Its version, for the report; null where not given.</param>
/// <param name="BaseUrl">Root of its API; may carry a path prefix.</param>
/// <param name="Trust">Which server certificate is accepted.</param>
/// <param name="Providers">Who takes part.</param>
/// <param name="Partner">Where the harness is called by the target.</param>
/// <param name="Accounts">Customer accounts.</param>
/// <param name="Testbed">The static resources agreed on.</param>
/// <param name="Timeouts">How long is waited.</param>
/// <param name="Clock">The target's time.</param>
/// <param name="Hooks">How customer and operator act; one that is missing skips the scenarios that need it.</param>
/// <param name="Secrets">Every secret of the file, to be kept out of reports.</param>
public sealed record TargetFile(
    SourceLines Lines,
    string Name,
    string? Version,
    Uri BaseUrl,
    ServerTrust Trust,
    ProviderSettings Providers,
    PartnerSettings Partner,
    AccountSettings Accounts,
    TestbedSettings Testbed,
    TimeoutSettings Timeouts,
    ClockSettings Clock,
    IReadOnlyDictionary<Hook, HookDriver> Hooks,
    IReadOnlyList<Secret> Secrets)
{
    /// <summary>Name and root of the API.</summary>
    public override string ToString() => $"{Name} at {BaseUrl}";
}
