using Harness.Lab.Runtimes;

namespace Harness.Lab.Routers;

/// <summary>What the routers' kernel can do, which decides what is built and what stands in.</summary>
/// <param name="MacSec">MACsec; without it channels are in the clear.</param>
/// <param name="Vlan">802.1Q; without it VXLAN stands in, with the VLAN id as VNI.</param>
/// <param name="Bonding">Bonds; without them a LAG uses its first wire only.</param>
/// <param name="Vrf">A routing table for each customer; without it customers share one.</param>
/// <param name="TcpMd5">TCP-MD5; without it BGP sessions have no password.</param>
public sealed record RouterAbilities(bool MacSec, bool Vlan, bool Bonding, bool Vrf, bool TcpMd5)
{
    /// <summary>Everything.</summary>
    public static RouterAbilities All { get; } = new(true, true, true, true, true);

    /// <summary>What is done without or otherwise, for people; empty where nothing is.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. new (bool Has, string Note)[]
        {
            (MacSec, "no MACsec in the kernel: channels are in the clear"),
            (Vlan, "no 802.1Q in the kernel: VXLAN stands in, with the VLAN id as VNI"),
            (Bonding, "no bonding in the kernel: a LAG uses its first wire only"),
            (Vrf, "no VRF in the kernel: customers share one routing table"),
            (TcpMd5, "no TCP-MD5 in the kernel: BGP sessions have no password"),
        }.Where(it => !it.Has).Select(it => it.Note),
    ];

    /// <summary>Those of a runtime that was probed.</summary>
    public static RouterAbilities Of(Suitability suitability) => new(
        suitability.Has(KernelFeature.MacSec),
        suitability.Has(KernelFeature.Vlan),
        suitability.Has(KernelFeature.Bonding),
        suitability.Has(KernelFeature.Vrf),
        suitability.Has(KernelFeature.TcpMd5));
}
