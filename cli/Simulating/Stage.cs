using Harness.Features.Hosting;
using Harness.Features.Target;
using Harness.Simulator;
using Harness.Simulator.Scripts;

namespace Harness.Cli.Simulating;

/// <summary>The partner and the script that is in force on it. Safe for several threads.</summary>
internal sealed class Stage(Partner partner, TargetFile target) : IDisposable
{
    private readonly Lock gate = new();
    private RunningScript? running;

    public Partner Partner => partner;

    public TargetFile Target => target;

    /// <summary>The script in force.</summary>
    public Script? Script
    {
        get
        {
            lock (gate)
                return running?.Script;
        }
    }

    /// <summary>Puts a script in force in the place of the one before; where it cannot be, that one stays.</summary>
    /// <exception cref="Simulator.Calling.ScriptFaultException">A value or the target is missing.</exception>
    public void Put(Script script, IReadOnlyDictionary<string, string> values)
    {
        lock (gate)
        {
            var next = RunningScript.On(partner, script, values);
            running?.Dispose();
            running = next;
        }
    }

    /// <summary>Makes the script's own calls.</summary>
    public Task StartAsync()
    {
        lock (gate)
            return running?.StartAsync() ?? Task.CompletedTask;
    }

    /// <summary>
    /// Back to the beginning: no script, no gates, and of all resources only those of the testbed. The journal
    /// stays: it says what happened.
    /// </summary>
    public void Reset()
    {
        lock (gate)
        {
            running?.Dispose();
            running = null;
            partner.Gates.Forget();
            partner.State.Clear();
            PartnerTestbed.Put(partner, target);
        }
    }

    public void Dispose()
    {
        lock (gate)
            running?.Dispose();
    }
}
