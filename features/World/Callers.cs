using Harness.Certification.Verdicts;

namespace Harness.Features.World;

/// <summary>Everybody who calls the target's API in a scenario.</summary>
/// <param name="partner">The partner, with its credentials.</param>
/// <param name="stranger">Another provider, with its own; null where the target file names none.</param>
/// <param name="anonymous">Somebody without credentials.</param>
/// <param name="withToken">Somebody with a bearer token of the scenario's making.</param>
/// <param name="token">The partner's bearer token; null where it authenticates otherwise. A secret (SEC-05).</param>
public sealed class Callers(
    Caller partner,
    Caller? stranger,
    Caller anonymous,
    Func<string, Caller> withToken,
    string? token)
{
    public Caller Partner { get; } = partner;

    public Caller Anonymous { get; } = anonymous;

    public Caller? Stranger { get; } = stranger;

    /// <summary>The stranger; skips the scenario where there is none.</summary>
    public Caller NeededStranger() =>
        Stranger ?? throw new SkipException("the target file names no stranger (providers.stranger)");

    /// <summary>Somebody with a token derived from the partner's; skips where tokens are not used.</summary>
    public Caller WithToken(Func<string, string> derive) => withToken(derive(
        token ?? throw new SkipException("the target authenticates otherwise than by bearer tokens")));
}
