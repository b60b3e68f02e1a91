using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using Harness.Cli;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Labs;
using Harness.Cli.Local;
using Harness.Cli.Running;
using Harness.Lab.Topology;
using NUnit.Framework;

namespace Harness.Tests.Cli.Labs;

/// <summary>
/// The scenarios about packets, on real routers: the reference passes, and what skips a step does not.
/// </summary>
public sealed class LabSuiteTests
{
    private const string Twin =
        """
        name: twin
        providers:
          - {id: aurora, displayName: Aurora Cloud, asn: 64512, devices: [a, b]}
          - {id: borealis, displayName: Borealis Cloud, asn: 64513, devices: [p, q]}
        interconnects:
          - id: ix1
            channels:
              - {id: ch1, devices: {aurora: a, borealis: p}}
              - {id: ch2, devices: {aurora: b, borealis: q}}
          - id: ix2
            channels:
              - {id: ch1, devices: {aurora: a, borealis: p}}
              - {id: ch2, devices: {aurora: b, borealis: q}}
        customers:
          - id: red
            sites:
              - {provider: aurora, asn: 65101}
              - {provider: borealis, asn: 65102}
        """;

    [Test]
    public async Task The_reference_on_real_routers_loses_no_packet_and_shows_none_in_the_clear()
    {
        var run = await RunAsync(BuiltInLabs.Load(BuiltInLabs.Default), null, options => options);

        Assert.Multiple(() =>
        {
            Assert.That(run.Verdict, Is.EqualTo(RunVerdict.Certified));
            Assert.That(
                run.Requirements.Select(it => it.Requirement.Id),
                Is.SupersetOf(["PRO-07", "DFE-02", "MIG-07", "MNT-08", "MAC-16", "MAC-19"]));
        });
    }

    [Test]
    public async Task A_provider_that_drains_nothing_is_noticed_by_each_requirement_that_asks_for_it()
    {
        var run = await RunAsync(
            TopologyFile.Parse(Twin, "twin.yaml"),
            "@DFE-02 or @MIG-07 or @MNT-08",
            Alter.Network(inner => new WithoutDrain(inner)));

        Assert.That(
            run.Requirements.Where(it => it.Verdict is Verdict.Fail or Verdict.Warn)
                .Select(it => it.Requirement.Id),
            Is.SupersetOf(["DFE-02", "MIG-07", "MNT-08"]));
    }

    private static async Task<Run> RunAsync(LabTopology topology, string? tags, Alteration alter)
    {
        await using var output = new StringWriter();
        using var input = new StringReader("");
        var request = new LabRunRequest(topology, new Selection(tags, [], []), 4711, "unused", Display.Quiet)
        {
            Alter = _ => alter,
        };
        return await LabRun.CarryOutAsync(
            request, new Surroundings(output, output, input, TimeProvider.System), CancellationToken.None);
    }
}
