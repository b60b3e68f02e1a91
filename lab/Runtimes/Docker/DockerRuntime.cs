using Harness.Lab.Planning;
using Harness.Lab.Runtimes.Agents;
using Harness.Lab.Runtimes.Docker.Engine;

namespace Harness.Lab.Runtimes.Docker;

/// <summary>Docker: each node a container without privileges, wired by a helper container that sees their processes.
/// </summary>
/// <param name="time">Measures deadlines.</param>
public sealed class DockerRuntime(TimeProvider time) : ILabRuntime
{
    private const string Image = "harness-lab-router";
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(120);
    private static readonly string[] _nodeCapabilities = ["NET_ADMIN", "NET_RAW", "SYS_ADMIN"];
    private static readonly string[] _helperCapabilities = ["NET_ADMIN", "SYS_ADMIN", "SYS_PTRACE"];
    private static readonly Dictionary<string, string> _noSysctls = [];

    public string Name => "docker";

    public async Task<Suitability> ProbeAsync(CancellationToken cancellation)
    {
        using var engine = new DockerEngine();
        try
        {
            var version = await engine.VersionAsync(cancellation);
            if (!await engine.HasImageAsync(Image, cancellation))
            {
                return Unusable(
                    $"expected the image {Image} at Docker {version.Version}, found none",
                    $"docker build -t {Image} lab/images/router");
            }

            await using var trial = await NodeContainer.StartAsync(
                engine, Spec("probe", _nodeCapabilities, _noSysctls), cancellation);
            var description = await trial.Console.Ready.WaitAsync(_deadline, time, cancellation);
            return new Suitability(
                true,
                [$"Docker {version.Version}", $"image {Image}", $"Linux {description.Kernel}"],
                [.. description.Lacking.Select(feature => new LabLack(
                    $"expected a kernel with {feature}, found Linux {description.Kernel} without",
                    "take the runtime uml, which brings a kernel with it",
                    feature))]);
        }
        catch (LabException fault)
        {
            return Unusable(
                $"expected a Docker engine that runs containers, found that {fault.Message}",
                "apt-get install docker.io, and start dockerd");
        }
        catch (TimeoutException)
        {
            return Unusable($"expected {Image} to run, found no answer", $"docker run {Image} to see why");
        }
    }

    public async Task<IRunningLab> UpAsync(
        LabPlan plan, IProgress<LabProgress> progress, CancellationToken cancellation)
    {
        var probed = await this.DemandAsync(plan, cancellation);
        var started = time.GetTimestamp();
        void Report(string step) => progress.Report(new LabProgress(step, time.GetElapsedTime(started)));
        var engine = new DockerEngine();
        await DockerLab.SweepAsync(engine, time.GetUtcNow(), cancellation);
        if ((await engine.ListAsync(DockerLab.LabelName, plan.Label, cancellation)).Count > 0)
        {
            engine.Dispose();
            throw new LabException(
                $"A lab with the label {plan.Label} is up already: take another label, "
                + $"or end it with harness lab down --label {plan.Label}");
        }

        var lab = new DockerLab(engine, plan.Label, time);
        try
        {
            var containers = await lab.StartAsync(
                plan.Nodes.Select(node => Spec(plan.Label, _nodeCapabilities, node.ContainerSysctls)),
                cancellation);
            Report("containers");
            cancellation.ThrowIfCancellationRequested();
            await WireAsync(engine, plan, containers, cancellation);
            Report("wires");
            await Task.WhenAll(plan.Nodes.Zip(containers, (node, container) =>
                BuildAsync(container, node, cancellation)));
            Report("daemons");
            return new RunningLab(
                plan.Label,
                probed,
                [.. plan.Nodes.Zip(containers, (node, it) => new AgentNode(node.Name, it.Console, time))],
                lab);
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    public async Task<int> DownAsync(string label, CancellationToken cancellation)
    {
        // Without an engine there are no containers.
        if (!File.Exists(DockerEngine.Socket))
            return 0;
        using var engine = new DockerEngine();
        return await new DockerLab(engine, label, time).EndAsync(cancellation);
    }

    private static Suitability Unusable(string what, string remedy) => new(false, [], [new LabLack(what, remedy)]);

    private static ContainerSpec Spec(
        string label,
        IReadOnlyList<string> capabilities,
        IReadOnlyDictionary<string, string> sysctls,
        bool host = false) =>
        new(
            Image,
            NodeContainer.Command,
            new Dictionary<string, string> { [DockerLab.LabelName] = label },
            new HostConfig(host ? "host" : "none", host ? "host" : "", capabilities, sysctls));

    private async Task WireAsync(
        DockerEngine engine, LabPlan plan, IReadOnlyList<NodeContainer> containers, CancellationToken cancellation)
    {
        var processes = await Task.WhenAll(containers.Select(it => engine.ProcessIdAsync(it.Id, cancellation)));
        var ids = plan.Nodes.Zip(processes).ToDictionary(it => it.First.Name, it => it.Second);
        var lines = plan.Links.Select(link =>
            $"link add {link.A.Interface} address {link.A.Address} netns {ids[link.A.Node]} type veth "
            + $"peer name {link.B.Interface} address {link.B.Address} netns {ids[link.B.Node]}\n");
        await using var helper = await NodeContainer.StartAsync(
            engine, Spec(plan.Label, _helperCapabilities, _noSysctls, host: true), cancellation);
        const string name = "helper";
        await BuildAsync(
            helper, new PlannedNode(name, NodeKind.Host, [], [], _noSysctls, []), cancellation);
        var wired = await new AgentNode(name, helper.Console, time).RunAsync(
            ["ip", "-batch", "-"], string.Concat(lines), _deadline, cancellation);
        if (!wired.Succeeded)
            throw new LabException($"docker: the nodes cannot be wired: {wired.Error}");
    }

    private async Task BuildAsync(NodeContainer container, PlannedNode node, CancellationToken cancellation)
    {
        try
        {
            var plan = new BuildPlan([BuildNode.Of(node)], []);
            await container.Console.Ready.WaitAsync(_deadline, time, cancellation);
            var build = await container.Console.AskAsync(
                id => new BuildRequest(id, plan), _ => { }, cancellation);
            await build.Last.WaitAsync(_deadline, time, cancellation);
        }
        catch (TimeoutException)
        {
            throw new LabException($"docker: {node.Name} was not built within {_deadline.TotalSeconds} s");
        }
    }
}
