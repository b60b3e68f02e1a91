using Harness.Lab.Planning;
using Harness.Lab.Runtimes.Uml.Hosting;
using Harness.Lab.Runtimes.Agents;

namespace Harness.Lab.Runtimes.Uml;

/// <summary>
/// user-mode-linux: the whole lab is one ordinary process with a kernel of its own. Needs no rights, no container
/// engine and no image.
/// </summary>
/// <param name="time">Measures deadlines.</param>
public sealed class UmlRuntime(TimeProvider time) : ILabRuntime
{
    private const int BaseMegabytes = 512;
    private const int NodeMegabytes = 64;
    private static readonly TimeSpan _boot = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan _build = TimeSpan.FromSeconds(300);

    public string Name => "uml";

    public Task<Suitability> ProbeAsync(CancellationToken cancellation) =>
        Task.FromResult(HostTools.Probe(File.Exists));

    public async Task<IRunningLab> UpAsync(
        LabPlan plan, IProgress<LabProgress> progress, CancellationToken cancellation)
    {
        var probed = await this.DemandAsync(plan, cancellation);
        var started = time.GetTimestamp();
        void Report(string step) => progress.Report(new LabProgress(step, time.GetElapsedTime(started)));
        var directory = LabDirectory.Of(plan.Label, time);
        directory.Claim(plan.Label);
        var machine = Machine.Start(directory, BaseMegabytes + (NodeMegabytes * plan.Nodes.Count), time);
        try
        {
            var description = await WithinAsync(machine.Console.Ready, _boot, "boot", cancellation);
            Report($"booted Linux {description.Kernel}");
            var build = await machine.Console.AskAsync(
                id => new BuildRequest(id, BuildPlan.Of(plan)), message => Report(message.Step ?? ""), cancellation);
            await WithinAsync(build.Last, _build, "build the lab", cancellation);
            return new RunningLab(
                plan.Label,
                Seen(probed, description),
                [.. plan.Nodes.Select(node => new AgentNode(node.Name, machine.Console, time))],
                machine);
        }
        catch
        {
            await machine.DisposeAsync();
            throw;
        }
    }

    public async Task<int> DownAsync(string label, CancellationToken cancellation)
    {
        var directory = LabDirectory.Of(label, time);
        if (!directory.Exists)
            return 0;
        await directory.EndAsync(cancellation);
        return 1;
    }

    private static Suitability Seen(Suitability probed, MachineDescription description) => probed with
    {
        Found = [.. probed.Found, $"Linux {description.Kernel}"],
        Lacks =
        [
            .. description.Lacking.Select(feature => new LabLack(
                $"expected a kernel with {feature}, found Linux {description.Kernel} without",
                "install another release of user-mode-linux",
                feature)),
        ],
    };

    private async Task<T> WithinAsync<T>(
        Task<T> task, TimeSpan deadline, string what, CancellationToken cancellation)
    {
        try
        {
            return await task.WaitAsync(deadline, time, cancellation);
        }
        catch (TimeoutException)
        {
            throw new LabException($"The lab's machine did not {what} within {deadline.TotalSeconds} s");
        }
    }
}
