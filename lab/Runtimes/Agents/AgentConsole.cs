using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Lab.Runtimes.Agents;

/// <summary>The harness's end of the machine's console: requests go in, answers come out, many at a time.</summary>
internal sealed class AgentConsole : IAsyncDisposable
{
    // Half of what the machine's terminal holds; when that runs full, it never reads again.
    private const int Window = 2048;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Stream _input;
    private readonly Func<string> _lastWords;
    private readonly ConcurrentDictionary<long, Dialogue> _dialogues = new();
    private readonly TaskCompletionSource<MachineDescription> _ready =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _gone = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Credit _credit = new(Window);
    private readonly Task _listening;
    private long _last;

    /// <param name="input">What the machine reads.</param>
    /// <param name="output">What the machine writes.</param>
    /// <param name="lastWords">What its kernel said, for when it ends unasked.</param>
    public AgentConsole(Stream input, Stream output, Func<string> lastWords)
    {
        _input = input;
        _lastWords = lastWords;
        _listening = ListenAsync(output);
    }

    /// <summary>Ends when the machine takes requests.</summary>
    /// <exception cref="LabException">It ended before.</exception>
    public Task<MachineDescription> Ready => _ready.Task;

    /// <summary>Asks for something.</summary>
    /// <param name="request">Makes the request with the id that it is given.</param>
    /// <param name="hear">Hears every line that comes before the last one, in turn.</param>
    /// <param name="cancellation">Of the asking; not of what is asked for.</param>
    /// <returns>The last line, once it has come.</returns>
    public async Task<Dialogue> AskAsync(
        Func<long, AgentRequest> request, Action<AgentMessage> hear, CancellationToken cancellation)
    {
        var dialogue = new Dialogue(Interlocked.Increment(ref _last), hear);
        _dialogues[dialogue.Id] = dialogue;
        try
        {
            await TellAsync(request(dialogue.Id), cancellation);
        }
        catch
        {
            _dialogues.TryRemove(dialogue.Id, out _);
            throw;
        }

        // It may have ended between the two, when nobody would tell this one.
        if (_gone.IsCancellationRequested)
            dialogue.Fail(Gone());
        return dialogue;
    }

    /// <summary>Says something that has no answer of its own.</summary>
    /// <exception cref="LabException">The machine has ended.</exception>
    public async Task TellAsync(AgentRequest request, CancellationToken cancellation)
    {
        var line = (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(request, _json), (byte)'\n'];
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _gone.Token);
        try
        {
            await _turn.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Gone();
        }

        try
        {
            // Once begun, a line is finished: half a line would spoil the next one. Only the machine's end stops it.
            for (var at = 0; at < line.Length;)
            {
                var count = await _credit.TakeAsync(line.Length - at, _gone.Token);
                await _input.WriteAsync(line.AsMemory(at, count), _gone.Token);
                await _input.FlushAsync(_gone.Token);
                at += count;
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            throw Gone();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Hangs up, upon which the machine powers off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _input.DisposeAsync();
        await _listening;
        _turn.Dispose();
        _credit.Dispose();
        _gone.Dispose();
    }

    private async Task ListenAsync(Stream output)
    {
        using var reader = new StreamReader(output);
        try
        {
            while (await reader.ReadLineAsync() is { } line)
                Hear(JsonSerializer.Deserialize<AgentMessage>(line, _json)!);
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            _ready.TrySetException(new LabException($"The machine said what is no message: {fault.Message}", fault));
        }

        await _gone.CancelAsync();
        _ready.TrySetException(Gone());
        foreach (var dialogue in _dialogues.Values)
            dialogue.Fail(Gone());
    }

    private void Hear(AgentMessage message)
    {
        if (message.Ready is { } description)
            _ready.TrySetResult(description);
        else if (message.Got is { } bytes)
            _credit.Give(bytes);
        else if (_dialogues.TryGetValue(message.Id, out var dialogue))
            dialogue.Hear(message);
        if (message.IsLast)
            _dialogues.TryRemove(message.Id, out _);
    }

    private LabException Gone() => new($"The lab's machine has ended. Its kernel said last: {_lastWords()}");
}
