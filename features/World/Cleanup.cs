namespace Harness.Features.World;

/// <summary>
/// What a scenario has to undo, so that a foreign target is left as it was found. Undone in reverse order,
/// each on its own: one that fails does not keep the others from being done.
/// </summary>
public sealed class Cleanup
{
    private readonly Stack<(string What, Func<Task> Undo)> pending = new();
    private readonly Lock gate = new();

    /// <summary>Remembers how to undo <paramref name="what"/>.</summary>
    public void Add(string what, Func<Task> undo)
    {
        lock (gate)
            pending.Push((what, undo));
    }

    /// <summary>Undoes everything; answers what could not be undone, in words.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var left = new List<string>();
        while (Take() is { } next)
        {
            try
            {
                await next.Undo();
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                left.Add($"{next.What} is left behind: {cause.Message}");
            }
        }

        return left;
    }

    private (string What, Func<Task> Undo)? Take()
    {
        lock (gate)
            return pending.TryPop(out var next) ? next : null;
    }
}

/// <summary>Something could not be undone.</summary>
public sealed class CleanupException(string message) : Exception(message);
