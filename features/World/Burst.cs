namespace Harness.Features.World;

/// <summary>Requests that are made at one time: all are ready before the first one goes.</summary>
public static class Burst
{
    /// <summary>Makes the requests together; answers in the order in which they were given.</summary>
    public static async Task<IReadOnlyList<Answer>> Run(IEnumerable<Func<Task<Answer>>> requests)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = requests
            .Select(async request =>
            {
                await start.Task;
                return await request();
            })
            .ToList();
        start.SetResult();
        return await Task.WhenAll(running);
    }
}
