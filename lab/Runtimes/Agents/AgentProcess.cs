
namespace Harness.Lab.Runtimes.Agents;

/// <summary>A command that an agent runs.</summary>
internal sealed class AgentProcess : ILabProcess
{
    private static readonly TimeSpan _killed = TimeSpan.FromSeconds(60);
    private readonly AgentConsole _console;
    private readonly TimeProvider _time;
    private readonly Dialogue _dialogue;
    private readonly Gathered _gathered;

    private AgentProcess(AgentConsole console, TimeProvider time, Dialogue dialogue, Gathered gathered)
    {
        _console = console;
        _time = time;
        _dialogue = dialogue;
        _gathered = gathered;
        Ended = EndAsync();
    }

    public string Output => _gathered.Output;

    public Task<CommandResult> Ended { get; }

    /// <param name="console">Of the agent.</param>
    /// <param name="time">Measures deadlines.</param>
    /// <param name="request">Makes the request.</param>
    /// <param name="cancellation">Of the start alone.</param>
    public static async Task<AgentProcess> StartAsync(
        AgentConsole console, TimeProvider time, Func<long, ExecRequest> request, CancellationToken cancellation)
    {
        var gathered = new Gathered();
        var dialogue = await console.AskAsync(
            request, message => gathered.Add(message.Out, message.Err), cancellation);
        return new AgentProcess(console, time, dialogue, gathered);
    }

    public Task SignalAsync(int signal, CancellationToken cancellation) =>
        _console.TellAsync(new SignalRequest(_dialogue.Id, signal), cancellation);

    public async Task<CommandResult> StopAsync(TimeSpan deadline, CancellationToken cancellation)
    {
        await SignalAsync(SignalRequest.Interrupt, cancellation);
        try
        {
            return await Ended.WaitAsync(deadline, _time, cancellation);
        }
        catch (TimeoutException)
        {
            await SignalAsync(SignalRequest.Kill, cancellation);
            return await Ended.WaitAsync(deadline, _time, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Ended.IsCompleted)
            return;
        await SignalAsync(SignalRequest.Kill, CancellationToken.None);
        await Ended.WaitAsync(_killed, _time);
    }

    private async Task<CommandResult> EndAsync()
    {
        var last = await _dialogue.Last;
        return new CommandResult(last.Exit ?? 0, _gathered.Output, _gathered.Error, last.Late);
    }
}
