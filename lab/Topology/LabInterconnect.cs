namespace Harness.Lab.Topology;

/// <summary>What joins two providers at a place.</summary>
/// <param name="Id">Its id in the protocol.</param>
/// <param name="Planned">Whether it is only meant to be built: then it is not wired, but it is looked at by the checks
/// of maintenance groupings (MNT-07), which is what they are for.</param>
/// <param name="Channels">At least one; ids differ.</param>
public sealed record LabInterconnect(string Id, bool Planned, IReadOnlyList<LabChannel> Channels);
