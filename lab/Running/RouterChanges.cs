using Harness.Lab.Routers;
using Harness.Lab.Runtimes;

namespace Harness.Lab.Running;

/// <summary>Carries changes out on the routers of a lab.</summary>
public static class RouterChanges
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);

    /// <summary>Carries one change out.</summary>
    /// <exception cref="LabException">The router refused it; says which line, without secrets (SEC-05).</exception>
    public static async Task ApplyAsync(
        this IRunningLab lab, RouterChange change, CancellationToken cancellation)
    {
        var result = await lab.Node(change.Node).RunAsync(change.Command, change.Input, _deadline, cancellation);
        if (!result.Succeeded)
        {
            var how = result.TimedOut ? $"no end within {_deadline.TotalSeconds} s" : $"exit code {result.ExitCode}";
            throw new LabException($"{change}\n{how}: {Shown(change, result.Output + result.Error)}");
        }
    }

    /// <summary>Carries changes out: those of one router in turn, routers side by side.</summary>
    /// <exception cref="LabException">A router refused one; says which line, without secrets (SEC-05).</exception>
    public static Task ApplyAsync(
        this IRunningLab lab, IEnumerable<RouterChange> changes, CancellationToken cancellation) =>
        Task.WhenAll(changes.GroupBy(change => change.Node).Select(async ofRouter =>
        {
            foreach (var change in ofRouter)
                await lab.ApplyAsync(change, cancellation);
        }));

    // Tools quote the line that they refuse.
    private static string Shown(RouterChange change, string said) =>
        change.Lines.Where(line => line.Text != line.Shown)
            .Aggregate(said, (text, line) => text.Replace(line.Text.Trim(), line.Shown, StringComparison.Ordinal))
            .Trim();
}
