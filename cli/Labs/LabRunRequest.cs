using Harness.Certification.Selecting;
using Harness.Cli.Local;
using Harness.Cli.Running;
using Harness.Lab.Topology;

namespace Harness.Cli.Labs;

/// <summary>What <c>harness lab certify</c> was asked to do.</summary>
/// <param name="Topology">The lab.</param>
/// <param name="Selection">Which scenarios.</param>
/// <param name="Seed">Seeds all test data.</param>
/// <param name="Output">Directory for the reports.</param>
/// <param name="Display">What is shown meanwhile and at the end.</param>
internal sealed record LabRunRequest(
    LabTopology Topology, Selection Selection, int Seed, string Output, Display Display)
{
    /// <summary>The word for the simulated partner as the second provider.</summary>
    public const string Simulator = "simulator";

    /// <summary>The topology as it was named or typed; null for the default.</summary>
    public string? TopologyName { get; init; }

    /// <summary>Name of the runtime; null for the first that this machine can carry.</summary>
    public string? Runtime { get; init; }

    /// <summary>Whether the second provider is the simulated partner, rather than another reference.</summary>
    public bool Simulated { get; init; }

    /// <summary>The command line that repeats the run, fit to be pasted into a shell.</summary>
    public string Command => string.Join(' ', Words().Select(CertifyRequest.Quoted));

    /// <summary>Breaks a coordinator, for a self-test; by the id of its provider.</summary>
    public Func<string, Alteration> Alter { get; init; } = _ => options => options;

    private IEnumerable<string> Words() =>
    [
        "harness", "lab", "certify",
        .. Option("--topology", TopologyName),
        .. Option("--runtime", Runtime),
        .. Option("--partner", Simulated ? Simulator : null),
        .. Option("--tags", Selection.Tags),
        .. Option("--seed", $"{Seed}"),
    ];

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];
}
