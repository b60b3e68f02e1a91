using Harness.Features.Labs.Timelines;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs;

/// <summary>
/// A lab of real routers with the coordinators of its two providers. Each action completes when both coordinators show
/// what was asked for.
/// </summary>
public interface ILabBench : IAsyncDisposable
{
    /// <summary>The routers.</summary>
    IRunningLab Running { get; }

    /// <summary>How they are wired.</summary>
    LabWiring Wiring { get; }

    /// <summary>Real time.</summary>
    TimeProvider Time { get; }

    /// <summary>What the coordinators do to the channels.</summary>
    ChannelWatch Channels { get; }

    /// <summary>The customer's connection, in service on every channel: the one that there is, or a new one.</summary>
    Task<LabConnection> ConnectAsync(string customer, CancellationToken cancellation);

    /// <summary>Takes the feature of a channel away (DFE-02); complete when it has been created again (DFE-03).
    /// </summary>
    Task<LabConnection> DeleteFeatureAsync(
        LabConnection connection, WiredChannel channel, CancellationToken cancellation);

    /// <summary>Moves a connection to the other interconnect (MIG-07).</summary>
    Task<LabConnection> MigrateAsync(LabConnection connection, CancellationToken cancellation);

    /// <summary>Rotates the key of a channel; complete when the old one is gone (MAC-19).</summary>
    Task RotateAsync(WiredChannel channel, CancellationToken cancellation);

    /// <summary>
    /// Plans maintenance of a channel at its first provider, and moves the clocks to just before it begins (MNT-08).
    /// </summary>
    Task BeginMaintenanceAsync(WiredChannel channel, CancellationToken cancellation);

    /// <summary>Whether maintenance of a channel in the running window is refused at a provider (MNT-04).</summary>
    Task<bool> RefusesMaintenanceAsync(string provider, WiredChannel channel, CancellationToken cancellation);

    /// <summary>Moves the clocks past the end of the running maintenance.</summary>
    Task EndMaintenanceAsync(CancellationToken cancellation);
}
