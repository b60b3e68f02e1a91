namespace Harness.Lab.Runtimes.Agents;

/// <summary>A request and what has come back for it.</summary>
/// <param name="id">Id of the request.</param>
/// <param name="hear">Hears every line but the last one.</param>
internal sealed class Dialogue(long id, Action<AgentMessage> hear)
{
    private readonly TaskCompletionSource<AgentMessage> _last =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Id => id;

    /// <summary>The last line; a <see cref="LabException"/> when the request could not be carried out.</summary>
    public Task<AgentMessage> Last => _last.Task;

    public void Hear(AgentMessage message)
    {
        if (message.Fault is { } fault)
            Fail(new LabException(fault));
        else if (message.IsLast)
            _last.TrySetResult(message);
        else
            hear(message);
    }

    public void Fail(LabException fault) => _last.TrySetException(fault);
}
