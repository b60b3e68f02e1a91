using System.Net;
using Harness.Cli.Local;
using Harness.Lab.Topology;

namespace Harness.Cli.Labs;

/// <summary>What <c>harness serve --network lab</c> was asked to do.</summary>
/// <param name="Topology">The lab.</param>
/// <param name="Directory">Where files go.</param>
/// <param name="Listen">Where the reference listens.</param>
/// <param name="Seed">Chooses the ids and keys of the simulated partner.</param>
/// <param name="UntilInputEnds">It stops when its standard input ends, as its parent does.</param>
internal sealed record LabServeRequest(
    LabTopology Topology, string Directory, IPEndPoint Listen, int Seed, bool UntilInputEnds)
{
    // What else there is says what a lab has by its topology, or is of no use on routers that are gone at the end.
    private static readonly IReadOnlyList<string> Allowed =
        ["--network", "--topology", "--directory", "--listen", "--until-input-ends"];

    /// <summary>Reads what was typed.</summary>
    /// <param name="request">The options of <c>serve</c>.</param>
    /// <param name="topology">Name or file; null for the default.</param>
    /// <param name="given">The names of all options that were typed.</param>
    /// <param name="seed">Chooses the ids and keys of the simulated partner.</param>
    /// <exception cref="CannotRunException">An option contradicts the lab; a line for each.</exception>
    /// <exception cref="TopologyException">No lab can be built from the file.</exception>
    public static LabServeRequest Of(
        ServeRequest request, string? topology, IReadOnlyCollection<string> given, int seed)
    {
        var contradicting = given.Except(Allowed).ToList();
        return contradicting.Count == 0
            ? new LabServeRequest(
                LabTopologies.Load(topology),
                request.Directory,
                Serving.EndPoint("--listen", request.Listen, Serving.DefaultPort),
                seed,
                request.UntilInputEnds)
            : throw new CannotRunException(
            [
                .. contradicting.Select(option =>
                    $"{option}: expected none with --network lab, where the topology decides it; found one"),
            ]);
    }
}
