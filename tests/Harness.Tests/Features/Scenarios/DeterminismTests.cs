using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Cli.Local;
using Harness.Reference.Ids;
using NUnit.Framework;

namespace Harness.Tests.Features.Scenarios;

/// <summary>A run can be repeated: its seed decides the order and all that is sent.</summary>
public sealed class DeterminismTests
{
    private static readonly string[] Requirements = ["CON-05", "FEA-03", "ISS-02"];

    [Test]
    public void The_same_seed_makes_the_same_order_and_another_seed_another()
    {
        var first = Order(11);

        Assert.That(Order(11), Is.EqualTo(first));
        Assert.That(Order(12), Is.Not.EqualTo(first).And.EquivalentTo(first));
    }

    [Test]
    public async Task The_same_seed_sends_the_same_requests_in_the_same_order()
    {
        var first = await Sent(seed: 5);

        Assert.That(first, Has.Count.GreaterThan(100));
        Assert.That(await Sent(seed: 5), Is.EqualTo(first));
    }

    [Test]
    public async Task Another_seed_sends_other_data() =>
        Assert.That(await Sent(seed: 6), Is.Not.EqualTo(await Sent(seed: 5)));

    private static Plan Plan(int seed, params string[] only) =>
        ((Loaded<Plan>.Ready)ScenarioRuns.Suite.Plan(new Selection(null, only, [], seed))).Value;

    private static IReadOnlyList<string> Order(int seed) =>
        [.. Plan(seed).Scenarios.Select(scenario => scenario.Id)];

    // What the target makes up itself is seeded as well: requests repeat its ids.
    private static async Task<IReadOnlyList<string>> Sent(int seed)
    {
        await using var target = await EmbeddedTarget.StartAsync(
            1, TimeProvider.System, CancellationToken.None, options => options with { Ids = new SeededIds(1) });
        var run = await target.RunAsync(Plan(seed, Requirements), seed, new SilentListener(), CancellationToken.None);
        var begun = run.Scenarios.OrderBy(scenario => scenario.StartedAt);
        return [.. begun.SelectMany(scenario => scenario.Exchanges).Select(Shown)];
    }

    private static string Shown(Exchange exchange) =>
        $"{exchange.Request.Method} {new Uri(exchange.Request.Url).PathAndQuery} {exchange.Request.Body}";
}
