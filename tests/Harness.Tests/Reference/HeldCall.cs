namespace Harness.Tests.Reference;

/// <summary>Calls on a <see cref="Wire"/> that are held before they arrive.</summary>
internal sealed class HeldCall
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<string> came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first call that is held, as <c>METHOD /path?query</c>.</summary>
    public Task<string> CameAsync() => came.Task.WaitAsync(Deadline);

    /// <summary>
    /// What the first held call is about as the caller itself serves it: the path of the resource, with a create's id
    /// at its end.
    /// </summary>
    public async Task<string> PathAtCallerAsync() => (await CameAsync()).Split(' ')[1]
        .Replace("/aurora/", "/borealis/", StringComparison.Ordinal)
        .Replace("?connectionId=", "/", StringComparison.Ordinal);

    /// <summary>Lets the calls go, those to come as well.</summary>
    public void Release() => gate.TrySetResult();

    /// <summary>Holds a call.</summary>
    public async Task<HttpResponseMessage> BendAsync(string call, Func<Task<HttpResponseMessage>> proceed)
    {
        came.TrySetResult(call);
        await gate.Task.WaitAsync(Deadline);
        return await proceed();
    }
}
