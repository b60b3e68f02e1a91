using System.Net;
using Harness.Cli.Local;

namespace Harness.Cli.Labs;

/// <summary>How the coordinators of a lab are started.</summary>
internal sealed record LabPairSetup
{
    /// <summary>Whether the second provider is the simulated partner, rather than another reference.</summary>
    public bool Simulated { get; init; }

    /// <summary>Chooses the ids and keys of the simulated partner.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Where the files of the first provider go and stay; null to leave none.</summary>
    public string? Directory { get; init; }

    /// <summary>Where the first provider listens; null for any free place.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>Their clocks stand still until they are moved, rather than being real time.</summary>
    public bool ControlledClock { get; init; } = true;

    /// <summary>Breaks a reference, for a self-test; by the id of its provider.</summary>
    public Func<string, Alteration> Alter { get; init; } = _ => options => options;
}
