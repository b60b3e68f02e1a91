using System.Diagnostics;
using Harness.Cli.Lab;
using Harness.Cli.Pairs;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Lab.Runtimes.Uml;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Cli.Lab;

public sealed class LabPairTests
{
    [Test]
    public async Task Try()
    {
        var runtime = new UmlRuntime(TimeProvider.System);
        var wiring = LabWiring.Of(BuiltInLabs.Load("ten"));
        var watch = Stopwatch.StartNew();
        await using var lab = await runtime.UpAsync(
            LabPlans.Of("try", wiring, RouterAbilities.All),
            new Progress<LabProgress>(step => TestContext.Progress.WriteLine($"{step}")),
            CancellationToken.None);
        await using var pair = await LabPair.StartAsync(lab, wiring, _ => options => options, TimeProvider.System, CancellationToken.None);
        var actions = new SideActions(pair, TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        TestContext.Progress.WriteLine($"coordinators {watch.Elapsed}");
        foreach (var channel in wiring.Channels)
        {
            var name = new Harness.Protocol.Names.ProviderName("borealis").Environment("lab").Interconnect(channel.Interconnect.Id).Channel(channel.Channel.Id);
            var manager = LabTestbed.Of(wiring.Topology, "aurora", new Uri("https://x/")).Find(name)!.MacsecManager.Id;
            await actions.RotateAsync(pair.Both.Single(s => s.Id == manager), name);
        }
        foreach (var channel in wiring.Channels)
            foreach (var side in pair.Both)
            {
                var name = new Harness.Protocol.Names.ProviderName(pair.Other(side).Id).Environment("lab").Interconnect(channel.Interconnect.Id).Channel(channel.Channel.Id);
                await actions.Until("key", () => side.ReadKeysAsync(name, default), k => k?.Active is not null, "active");
            }
        TestContext.Progress.WriteLine($"keys {watch.Elapsed}");
        var uuid = await actions.CreateAsync(pair.First, LabTestbed.EnvironmentId, 100, wiring.Tenants[0].Customer);
        foreach (var side in pair.Both)
            await actions.VerifiedAsync(side, uuid);
        TestContext.Progress.WriteLine($"verified {watch.Elapsed}");
        var site = wiring.Sites[0];
        var other = wiring.Sites.First(s => s.Tenant == site.Tenant && s != site);
        var ping = await lab.Node(site.Site.Host).RunAsync(["ping", "-c", "3", $"{other.HostAddress}"], null, TimeSpan.FromSeconds(10), default);
        TestContext.Progress.WriteLine(ping.Output + ping.Error);
        Assert.That(ping.Succeeded);
    }
}
