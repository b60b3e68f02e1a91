using System.Collections.Concurrent;
using Harness.Lab.Runtimes.Docker.Engine;
using Harness.Lab.Waiting;

namespace Harness.Lab.Runtimes.Docker;

/// <summary>The containers of one lab, by its label.</summary>
/// <param name="engine">The engine.</param>
/// <param name="label">Label of the lab.</param>
/// <param name="time">Measures deadlines.</param>
internal sealed class DockerLab(DockerEngine engine, string label, TimeProvider time) : IAsyncDisposable
{
    /// <summary>Name of the label that all containers of labs have.</summary>
    public const string LabelName = "harness.lab";

    private readonly Patience _patience = new(TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(50), time);
    private readonly ConcurrentBag<NodeContainer> _containers = [];

    /// <summary>Starts containers side by side.</summary>
    public async Task<IReadOnlyList<NodeContainer>> StartAsync(
        IEnumerable<ContainerSpec> specs, CancellationToken cancellation)
    {
        var starting = specs.Select(spec => StartAsync(spec, cancellation)).ToArray();
        return await Task.WhenAll(starting);
    }

    /// <summary>Ends every container, and waits until the engine has removed them.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        var found = await engine.ListAsync(LabelName, label, cancellation);
        var gone = await Poll.UntilAsync(
            async token =>
            {
                var left = await engine.ListAsync(LabelName, label, token);
                await Task.WhenAll(left.Select(id => engine.RemoveAsync(id, token)));
                return left.Count == 0;
            },
            _patience,
            cancellation);
        return gone ? found.Count : throw new LabException($"docker: containers of the lab {label} cannot be removed");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _containers)
            await container.DisposeAsync();
        await EndAsync(CancellationToken.None);
        engine.Dispose();
    }

    private async Task<NodeContainer> StartAsync(ContainerSpec spec, CancellationToken cancellation)
    {
        var container = await NodeContainer.StartAsync(engine, spec, cancellation);
        _containers.Add(container);
        return container;
    }
}
