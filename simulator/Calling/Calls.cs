using Harness.Protocol.Names;
using Harness.Simulator.Journaling;
using Harness.Simulator.Serving;

namespace Harness.Simulator.Calling;

/// <summary>
/// The partner's own calls to the target, once it has been told how to reach it, and the values of its scripts'
/// parameters.
/// </summary>
/// <param name="partner">Whose prefix the target serves.</param>
/// <param name="journal">Has every call.</param>
public sealed class Calls(ProviderName partner, Journal journal) : IDisposable
{
    private TargetCaller? caller;
    private volatile Placeholders parameters = Placeholders.None;

    /// <summary>Whether there is a target to call.</summary>
    public bool IsConnected => caller is not null;

    /// <summary>Tells how to reach the target. Once.</summary>
    /// <exception cref="InvalidOperationException">It was told before.</exception>
    public void Connect(TargetAccess access)
    {
        var made = new TargetCaller(access, partner, journal);
        if (Interlocked.CompareExchange(ref caller, made, null) is null)
            return;
        made.Dispose();
        throw new InvalidOperationException("the partner knows its target already");
    }

    /// <summary>Sets the values of parameters.</summary>
    public void Set(Placeholders values) => parameters = values;

    /// <summary>Sends calls that answer nothing.</summary>
    /// <inheritdoc cref="TargetCaller.SendAsync(IReadOnlyList{TargetCall}, Placeholders)"/>
    public Task SendAsync(IReadOnlyList<TargetCall> calls) => Caller.SendAsync(calls, parameters);

    public void Dispose() => caller?.Dispose();

    /// <summary>Sends calls with the ids of the request that they answer.</summary>
    internal Task AnsweringAsync(IReadOnlyList<TargetCall> calls, PartnerRequest request) =>
        Caller.SendAsync(calls, parameters.With(request.Address.Resource));

    private TargetCaller Caller => caller
        ?? throw new ScriptFaultException("expected to know how the target is reached, found nothing");
}
