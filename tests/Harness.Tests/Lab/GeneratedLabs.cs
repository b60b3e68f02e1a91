using FsCheck;
using FsCheck.Fluent;
using Harness.Lab.Topology;

namespace Harness.Tests.Lab;

/// <summary>Labs of any shape.</summary>
internal static class GeneratedLabs
{
    /// <summary>Up to 9 devices a provider, 5 interconnects, 6 channels each, and 5 customers.</summary>
    public static Arbitrary<LabTopology> Any { get; } =
        (from devices in Gen.Choose(1, 9).ArrayOf(2)
         from interconnects in Gen.Choose(0, 5)
         from channels in Gen.Choose(1, 6)
         from picks in Gen.Choose(0, 999).ArrayOf(64)
         from customers in Gen.Choose(0, 5)
         select Make(devices, interconnects, channels, picks, customers)).ToArbitrary();

    private static LabTopology Make(int[] devices, int interconnects, int channels, int[] picks, int customers)
    {
        LabProvider[] providers =
        [
            new("aurora", "Aurora", 64512, [.. Enumerable.Range(1, devices[0]).Select(it => $"a{it}")]),
            new("borealis", "Borealis", 64513, [.. Enumerable.Range(1, devices[1]).Select(it => $"b{it}")]),
        ];
        LabDevice Device(int provider, int pick) => new(
            providers[provider].Id, providers[provider].Devices[pick % providers[provider].Devices.Count]);
        return new LabTopology(
            "any",
            providers,
            [
                .. Enumerable.Range(0, interconnects).Select(at => new LabInterconnect($"ix{at}", picks[at] % 5 == 0,
                [
                    .. Enumerable.Range(0, channels).Select(it => new LabChannel(
                        $"ch{it}",
                        Device(0, picks[(at * 7) + it]),
                        Device(1, picks[(at * 7) + it + 9]),
                        1 + (picks[it] % 3))),
                ])),
            ],
            [
                .. Enumerable.Range(1, customers).Select(at => new LabCustomer($"cust{at}",
                [
                    new LabSite($"cust{at}", "aurora", 65000 + at, providers[0].Devices),
                    new LabSite($"cust{at}", "borealis", 65100 + at, [providers[1].Devices[0]]),
                ])),
            ]);
    }
}
