using Harness.Lab.Operating;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;

namespace Harness.Lab.Running;

/// <summary>Carries changes out on many routers at a time.</summary>
public static class RouterChanges
{
    /// <summary>Carries changes out: those of one router in turn, routers side by side.</summary>
    /// <exception cref="LabException">A router refused one; says which, without secrets (SEC-05).</exception>
    public static Task ApplyAllAsync(
        this ProviderRouters routers, IEnumerable<RouterChange> changes, CancellationToken cancellation) =>
        Task.WhenAll(changes.GroupBy(change => change.Node).Select(async ofRouter =>
        {
            foreach (var change in Merged(ofRouter))
                await routers.ApplyAsync(change, cancellation);
        }));

    /// <summary>Changes of one router with as few commands as keep their order: a command takes longer than its lines.
    /// </summary>
    internal static IReadOnlyList<RouterChange> Merged(IEnumerable<RouterChange> ofRouter)
    {
        var merged = new List<RouterChange>();
        foreach (var change in ofRouter)
        {
            if (merged is [.., var last] && last.Tool == change.Tool)
                merged[^1] = last with { Lines = [.. last.Lines, .. change.Lines] };
            else
                merged.Add(change);
        }

        return merged;
    }
}
