using Harness.Lab.Running;
using Harness.Lab.Runtimes;
using Harness.Lab.Runtimes.Uml;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Running;

/// <summary>The smallest lab with two paths: one customer, two channels, one of them a LAG of two wires.</summary>
internal static class SmallLab
{
    public const string Here = "red-aurora-host";
    public const string There = "red-borealis-host";

    /// <summary>Its topology file.</summary>
    public const string Topology =
        """
        name: small
        providers:
          - {id: aurora, displayName: Aurora Cloud, asn: 64512, devices: [a, b]}
          - {id: borealis, displayName: Borealis Cloud, asn: 64513, devices: [p, q]}
        interconnects:
          - id: ix1
            channels:
              - {id: ch1, devices: {aurora: a, borealis: p}}
              - {id: ch2, devices: {aurora: b, borealis: q}, members: 2}
        customers:
          - id: red
            sites:
              - {provider: aurora, asn: 65101}
              - {provider: borealis, asn: 65102}
        """;

    private static readonly string _evidence = Path.Combine(TestContext.CurrentContext.WorkDirectory, "lab-evidence");

    public static LabWiring Wiring { get; } = LabWiring.Of(TopologyFile.Parse(Topology, "small.yaml"));

    public static Task<SampleLab> UpAsync(IProgress<LabProgress>? progress = null) =>
        new SampleBringUp(new UmlRuntime(TimeProvider.System), TimeProvider.System, _evidence).UpAsync(
            $"small-{Environment.ProcessId}",
            Wiring,
            seed: 4711,
            progress ?? new Progress<LabProgress>(),
            CancellationToken.None);
}
