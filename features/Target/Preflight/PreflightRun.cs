using Harness.Certification.Verdicts;
using Harness.Features.Target.Hooks;
using Harness.Protocol.Client;
using Harness.Simulator;

namespace Harness.Features.Target.Preflight;

/// <summary>
/// Looks, before anything is certified, whether the target is as its file says: one thing after the other, each
/// within its deadlines.
/// </summary>
public static class PreflightRun
{
    private static readonly IPreflightCheck[] Checks =
    [
        new ConnectCheck(),
        new TlsCheck(),
        new AuthenticationCheck(),
        new ProviderCheck(),
        new EnvironmentCheck(),
        new InterconnectCheck(),
        new ChannelCheck(),
        new HookCheck(),
        new CustomerCheck(),
        new ClockCheck(),
        new PartnerCheck(),
    ];

    /// <summary>Runs all checks, as far as it makes sense.</summary>
    /// <param name="file">What the target should be like.</param>
    /// <param name="partner">The partner's running server, whose public URL is looked at; null leaves that out.</param>
    /// <param name="console">Where a person is asked, for hooks that are prompts.</param>
    /// <param name="time">Real time.</param>
    /// <param name="listener">Is told of the progress.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<PreflightReport> RunAsync(
        TargetFile file,
        Partner? partner,
        IOperatorConsole console,
        TimeProvider time,
        IPreflightListener listener,
        CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        using var session = new PreflightSession(file, console, time);
        foreach (var check in Checks)
        {
            listener.Started(check.Name);
            var gravest = Severity.Ok;
            var context = new PreflightContext(file, session, partner, time, found =>
            {
                var finding = WithoutSecrets(found, file);
                gravest = finding.Severity > gravest ? finding.Severity : gravest;
                findings.Add(finding);
                listener.Found(check.Name, finding);
            });
            await RunAsync(check, context, cancellation);
            listener.Finished(check.Name, gravest);
            if (gravest == Severity.Error && check.IsGround)
                break;
        }

        return new PreflightReport(findings);
    }

    // A target may echo what it was sent (SEC-05).
    private static Finding WithoutSecrets(Finding finding, TargetFile file) => file.Secrets.Aggregate(
        finding,
        (clean, secret) => clean with
        {
            Found = clean.Found.Replace(secret.Reveal(), "[redacted]", StringComparison.Ordinal),
        });

    private static async Task RunAsync(
        IPreflightCheck check,
        PreflightContext context,
        CancellationToken cancellation)
    {
        try
        {
            await check.RunAsync(context, cancellation);
        }
        catch (TransportException fault)
        {
            context.Fail(check.Path, "an answer over HTTP", fault.Message);
        }
        catch (BlameException fault)
        {
            context.Fail(check.Path, "a hook that can be carried out", fault.Message);
        }
    }
}
