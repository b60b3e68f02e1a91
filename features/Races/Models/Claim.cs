namespace Harness.Features.Races.Models;

/// <summary>What a proposal of a feature wants, as far as it bears on others.</summary>
/// <param name="Connection">Number of its connection.</param>
/// <param name="Channel">Its channel's id.</param>
/// <param name="Rivals">Bits of the proposals that cannot stand beside it (FEA-07, FEA-08).</param>
/// <param name="Words">The proposal in words, such as <c>VLAN 1100 on ch1 for connection c0</c>.</param>
public sealed record Claim(int Connection, string Channel, ulong Rivals, string Words);
