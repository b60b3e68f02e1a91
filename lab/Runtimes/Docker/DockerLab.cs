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

    // Many times what lies between creating a container and starting it, on a busy machine too.
    private static readonly TimeSpan _startsWithin = TimeSpan.FromMinutes(2);

    private readonly Patience _patience = new(TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(50), time);
    private readonly ConcurrentBag<NodeContainer> _containers = [];

    /// <summary>Starts containers side by side.</summary>
    public async Task<IReadOnlyList<NodeContainer>> StartAsync(
        IEnumerable<ContainerSpec> specs, CancellationToken cancellation)
    {
        var starting = specs.Select(spec => StartAsync(spec, cancellation)).ToArray();
        return await Task.WhenAll(starting);
    }

    /// <summary>
    /// Removes what is left of harnesses that were killed after they had created a container and before they started
    /// it: nothing runs in it that could end with its harness.
    /// </summary>
    /// <param name="engine">The engine.</param>
    /// <param name="now">Time of day; a container that is younger than two minutes may be about to start.</param>
    /// <param name="cancellation">Of the caller.</param>
    public static async Task SweepAsync(DockerEngine engine, DateTimeOffset now, CancellationToken cancellation)
    {
        var orphans = (await engine.ListNeverStartedAsync(LabelName, cancellation))
            .Where(one => now - DateTimeOffset.FromUnixTimeSeconds(one.Created) > _startsWithin);
        await Task.WhenAll(orphans.Select(one => engine.RemoveAsync(one.Id, cancellation)));
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
