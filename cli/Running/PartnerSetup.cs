using Harness.Features.Target;
using Harness.Protocol.Security;
using Harness.Simulator;

namespace Harness.Cli.Running;

/// <summary>How the partner of a target file serves; with a certificate made for the run where it names none.</summary>
internal sealed class PartnerSetup : IDisposable
{
    private readonly LocalCertificates? made;

    private PartnerSetup(PartnerOptions options, LocalCertificates? made)
    {
        Options = options;
        this.made = made;
    }

    public PartnerOptions Options { get; }

    public static PartnerSetup Of(TargetFile target, TimeProvider time)
    {
        var settings = target.Partner;
        var made = settings.Certificate is null
            ? LocalCertificates.Create("Harness partner", time, Hosts(settings))
            : null;
        return new PartnerSetup(
            new PartnerOptions(
                target.Providers.Partner.Provider,
                target.Providers.Target,
                settings.Certificate ?? made!.Server,
                time)
            {
                Address = settings.Listen.Address,
                Port = settings.Listen.Port,
                InboundToken = settings.InboundToken?.Reveal(),
            },
            made);
    }

    public void Dispose() => made?.Dispose();

    private static List<string> Hosts(PartnerSettings settings) =>
        [$"{settings.Listen.Address}", .. settings.PublicUrl is { } url ? (string[])[url.DnsSafeHost] : []];
}
