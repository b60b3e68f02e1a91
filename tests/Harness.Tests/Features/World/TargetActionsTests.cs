using Harness.Features.Target.Hooks;
using Harness.Features.World;
using Harness.Tests.Features.Target;
using Harness.Tests.Features.Target.Hooks;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

/// <summary>What a hook does not make use of, scenarios cannot ask for.</summary>
public sealed class TargetActionsTests
{
    [TestCase("http: {method: POST, url: \"{baseUrl}/{channel}\", body: {cannot: {wait: \"{emergency}\"}}", true)]
    [TestCase("http: {method: POST, url: \"{baseUrl}/{channel}\", headers: {Urgent: \"{emergency}\"}", true)]
    [TestCase("http: {method: POST, url: \"{baseUrl}/{channel}\"", false)]
    [TestCase("command: {run: [plan, \"{channel}\", \"{emergency}\"]", true)]
    [TestCase("command: {run: [plan, \"{channel}\"]", false)]
    public void A_hook_takes_the_inputs_that_its_driver_names(string driver, bool takes) =>
        Assert.That(Takes($"{driver}, outputs: {{maintenanceId: $.id}}}}"), Is.EqualTo(takes));

    [TestCase("Plan it for {channel}, emergency: {emergency}", true)]
    [TestCase("Plan it for {channel}", false)]
    public void A_prompt_takes_the_inputs_that_its_text_names(string text, bool takes) =>
        Assert.That(Takes($"prompt: {{text: \"{text}\", fields: [maintenanceId]}}"), Is.EqualTo(takes));

    [TestCase("http: {method: GET, url: \"{baseUrl}/x\", outputs: {bandwidthMbps: $.b, failure: $.f}}", true)]
    [TestCase("http: {method: GET, url: \"{baseUrl}/x\", outputs: {bandwidthMbps: $.b}}", false)]
    [TestCase("command: {run: [look], outputs: {bandwidthMbps: $.b, failure: $.f}}", true)]
    [TestCase("command: {run: [look], outputs: {bandwidthMbps: $.b}}", false)]
    [TestCase("prompt: {text: Look at it, fields: [bandwidthMbps, failure]}", true)]
    [TestCase("prompt: {text: Look at it, fields: [bandwidthMbps]}", false)]
    public void A_hook_brings_the_outputs_that_its_driver_names(string driver, bool brings)
    {
        var actions = Actions($"  getConnection:\n    {driver}\n");

        Assert.That(actions.Brings(Hook.GetConnection, "failure"), Is.EqualTo(brings));
        Assert.That(actions.Has(Hook.GetConnection) && !actions.Has(Hook.AcceptConnection));
    }

    [Test]
    public void A_hook_that_is_not_there_is_skipped_for_that_reason_and_no_other() =>
        Assert.That(Actions("  readClock:\n    command: {run: [date], outputs: {now: $}}\n")
            .Takes(Hook.ScheduleMaintenance, "emergency"));

    private static bool Takes(string driver) =>
        Actions($"  scheduleMaintenance:\n    {driver}\n").Takes(Hook.ScheduleMaintenance, "emergency");

    private static TargetActions Actions(string hooks)
    {
        using var fixture = new HookFixture(hooks);
        var head = SampleTarget.Yaml[..SampleTarget.Yaml.IndexOf("hooks:", StringComparison.Ordinal)];
        return new TargetActions(
            fixture.Hooks, SampleTarget.Load($"{head}hooks:\n{hooks}"), () => CancellationToken.None);
    }
}
