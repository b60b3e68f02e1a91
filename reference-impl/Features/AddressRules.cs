using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.Features;

/// <summary>What a proposal's subnets and BGP addresses have to keep to, the same for both families.</summary>
public static class AddressRules
{
    /// <summary>It is a subnet, and its host bits are masked off. A family that is not proposed passes.</summary>
    public static readonly RefusalRule<AddressPlan> SubnetMasked = new(
        "FEA-04",
        "subnet-masked",
        plan => !plan.Given || plan.Subnet is { IsMasked: true }
            ? null
            : Invalid(
                $"expected {plan.Word} to be a subnet of the length beside it with its host bits masked off, "
                + "found something else; propose its first address"));

    public static readonly RefusalRule<AddressPlan> HostsInside = new(
        "FEA-04",
        "hosts-inside",
        plan => plan.Subnet is not { } subnet || plan.Hosts.All(host => IsInside(subnet, host))
            ? null
            : Invalid($"expected the BGP addresses of both providers inside {plan.Word}, found one that is not"));

    public static readonly RefusalRule<AddressPlan> HostsDiffer = new(
        "FEA-04",
        "hosts-differ",
        plan => plan.Hosts.Select(host => Number(plan, host)).Distinct().Count() == plan.Hosts.Count
            ? null
            : Invalid($"expected two BGP addresses in {plan.Word}, found the same for both providers"));

    public static readonly RefusalRule<AddressPlan> PrefixLengthAllowed = new(
        "FEA-02",
        "prefix-length-allowed",
        plan => plan.Subnet is not { } subnet || plan.PrefixLengths.Contains(subnet.PrefixLength)
            ? null
            : FeatureRules.Outside(
                $"the prefix length of {plan.Word}", string.Join(", ", plan.PrefixLengths), subnet.PrefixLength));

    public static readonly RefusalRule<AddressPlan> SubnetIncluded = new(
        "FEA-02",
        "subnet-included",
        plan => plan.Subnet is not { } subnet || plan.Pools.Any(pool => IpSubnet.Of(pool.Include).Contains(subnet))
            ? null
            : FeatureRules.Outside(
                plan.Word, string.Join(", ", plan.Pools.Select(pool => pool.Include)), subnet));

    public static readonly RefusalRule<AddressPlan> SubnetNotExcluded = new(
        "FEA-02",
        "subnet-not-excluded",
        plan => plan.Subnet is { } subnet
            && plan.Pools.SelectMany(pool => pool.Exclude).Any(part => IpSubnet.Of(part).Overlaps(subnet))
            ? new Refusal(
                ErrorCode.OutsideGuidance,
                $"expected {plan.Word} outside the guidance's excludeSubnets, found {subnet}; propose another subnet")
            : null);

    /// <summary>What the addresses of a family have to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<AddressPlan>> Form =
        [SubnetMasked, HostsInside, HostsDiffer, PrefixLengthAllowed, SubnetIncluded, SubnetNotExcluded];

    public static IEnumerable<Rule> All => Form;

    private static bool IsInside(IpSubnet subnet, string host) =>
        IpSubnet.TryParseAddress(subnet.Family, host, out var address) && subnet.Contains(address);

    // The same address can be written in several ways.
    private static object Number(AddressPlan plan, string host) =>
        IpSubnet.TryParseAddress(plan.Family, host, out var address) ? address : host;

    private static Refusal Invalid(string detail) => new(ErrorCode.InvalidValue, "FEA-04", detail);
}
