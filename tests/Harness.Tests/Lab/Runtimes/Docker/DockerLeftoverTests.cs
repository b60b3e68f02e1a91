using Harness.Lab.Exports;
using Harness.Lab.Runtimes.Docker;
using Harness.Lab.Runtimes.Docker.Engine;
using Harness.Lab.Waiting;
using Harness.Tests.Cli;
using Harness.Tests.Cli.EndToEnd;
using Harness.Tests.Lab.Running;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes.Docker;

[Category("docker")]
public sealed class DockerLeftoverTests
{
    private static readonly Patience _patience = new(
        TimeSpan.FromSeconds(90), TimeSpan.FromMilliseconds(50), TimeProvider.System);

    [Test]
    public async Task Containers_of_a_harness_that_is_killed_go_with_it()
    {
        using var directory = new TemporaryDirectory();
        using var engine = new DockerEngine();
        var label = $"killed-docker-{Environment.ProcessId}";
        await using var up = ChildProcess.Start(
            directory.Path,
            "lab", "up", "--topology", directory.Write("small.yaml", SmallLab.Topology), "--runtime", "docker",
            "--label", label);

        await up.ReadUntilAsync("The lab stays");
        var before = await engine.ListAsync(DockerLab.LabelName, label, CancellationToken.None);
        await up.KillAsync();
        var gone = await Poll.UntilAsync(
            async stop => (await engine.ListAsync(DockerLab.LabelName, label, stop)).Count == 0,
            _patience,
            CancellationToken.None);

        Assert.That((before.Count, gone), Is.EqualTo((8, true)));
    }

    [Test]
    public async Task A_container_that_was_never_started_is_swept_away_once_it_is_old()
    {
        using var engine = new DockerEngine();
        var label = $"never-started-{Environment.ProcessId}";
        await engine.CreateAsync(
            new ContainerSpec(
                Images.Router,
                ["true"],
                new Dictionary<string, string> { [DockerLab.LabelName] = label },
                new HostConfig("none", "", [], new Dictionary<string, string>())),
            CancellationToken.None);

        await DockerLab.SweepAsync(engine, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        var young = await engine.ListAsync(DockerLab.LabelName, label, CancellationToken.None);
        await DockerLab.SweepAsync(engine, TimeProvider.System.GetUtcNow().AddMinutes(3), CancellationToken.None);
        var old = await engine.ListAsync(DockerLab.LabelName, label, CancellationToken.None);

        Assert.That((young.Count, old.Count), Is.EqualTo((1, 0)));
    }
}
