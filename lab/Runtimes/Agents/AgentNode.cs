
namespace Harness.Lab.Runtimes.Agents;

/// <summary>A node, by way of the agent that is where it is.</summary>
internal sealed class AgentNode(string name, AgentConsole console, TimeProvider time) : ILabNode
{
    // How much longer than a command's own deadline the machine may take to say so, before it counts as gone.
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(60);

    public string Name => name;

    public async Task<CommandResult> RunAsync(
        IReadOnlyList<string> arguments, string? input, TimeSpan deadline, CancellationToken cancellation)
    {
        var bytes = input is null ? null : System.Text.Encoding.UTF8.GetBytes(input);
        var process = await AgentProcess.StartAsync(
            console,
            time,
            id => new ExecRequest(id, name, arguments, bytes, deadline.TotalSeconds),
            cancellation);
        try
        {
            return await process.Ended.WaitAsync(deadline + _grace, time, cancellation);
        }
        catch (TimeoutException)
        {
            throw new LabException($"{name}: the lab's machine does not answer");
        }
        catch (OperationCanceledException)
        {
            await process.SignalAsync(SignalRequest.Kill, CancellationToken.None);
            throw;
        }
    }

    public async Task<ILabProcess> StartAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        await AgentProcess.StartAsync(
            console, time, id => new ExecRequest(id, name, arguments, null, null), cancellation);

    public async Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        await AnswerAsync(id => new WriteRequest(id, name, path, content.ToArray()), cancellation);

    public async Task<byte[]> ReadFileAsync(string path, CancellationToken cancellation) =>
        (await AnswerAsync(id => new ReadRequest(id, name, path), cancellation)).Data
            ?? throw new LabException($"{name}: {path} came back without what it holds");

    private async Task<AgentMessage> AnswerAsync(Func<long, AgentRequest> request, CancellationToken cancellation)
    {
        var dialogue = await console.AskAsync(request, _ => { }, cancellation);
        try
        {
            return await dialogue.Last.WaitAsync(_grace, time, cancellation);
        }
        catch (LabException fault)
        {
            throw new LabException($"{name}: {fault.Message}", fault);
        }
        catch (TimeoutException)
        {
            throw new LabException($"{name}: the lab's machine does not answer");
        }
    }
}
