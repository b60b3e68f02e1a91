using Harness.Lab.Measuring.Routers;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Runtimes;
using Harness.Lab.Waiting;
using Harness.Lab.Wiring;

namespace Harness.Lab.Running;

/// <summary>Carries the steps of a key change out, both ends of a channel side by side (MAC-19).</summary>
/// <param name="lab">The lab.</param>
/// <param name="time">Measures deadlines.</param>
public sealed class KeyRotation(IRunningLab lab, TimeProvider time)
{
    private const int LooksInAWindow = 10;
    private static readonly TimeSpan _command = TimeSpan.FromSeconds(30);
    private readonly Patience _seen = new(TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(100), time);

    /// <summary>Carries them out in turn.</summary>
    /// <exception cref="LabException">A router refused a change, or a key did not come into use; says what speaks
    /// against it.</exception>
    public async Task RunAsync(IEnumerable<RotationStep> steps, CancellationToken cancellation)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case RotationStep.Change change:
                    await lab.ApplyAsync(change.Changes, cancellation);
                    break;
                case RotationStep.AwaitUse use:
                    await Task.WhenAll(use.Ends.Select(end => AwaitUseAsync(end, use.Key, cancellation)));
                    break;
                default:
                    throw new ArgumentException($"There is no way to {step.Title}", nameof(steps));
            }
        }
    }

    /// <summary>How an end of a channel stands with its keys.</summary>
    /// <exception cref="LabException">The router does not tell.</exception>
    public async Task<MacSecStatus> StatusAsync(ChannelEnd end, CancellationToken cancellation)
    {
        var shown = await lab.Node(end.Node).RunAsync(
            ["ip", "-s", "-j", "macsec", "show"], null, _command, cancellation);
        return shown.Succeeded && MacSecStatus.ReadAll(shown.Output)
            .FirstOrDefault(status => status.IfName == end.Secured) is { } found
            ? found
            : throw new LabException($"{end.Node} tells nothing of {end.Secured}: {shown.Error}");
    }

    /// <summary>Waits until an end is seen to send and to receive under a key, and under no other (MAC-13).</summary>
    /// <exception cref="LabException">It is not; says what speaks against it.</exception>
    public async Task AwaitUseAsync(ChannelEnd end, SecureAssociation key, CancellationToken cancellation)
    {
        var before = await StatusAsync(end, cancellation);
        IReadOnlyList<string> against = [];
        var looks = 0;
        var used = await Poll.UntilAsync(
            async token =>
            {
                var after = await StatusAsync(end, token);
                against = KeyUse.Against(before, after, key);
                // A last frame under the old key must not speak against the new one for ever.
                if (++looks % LooksInAWindow == 0)
                    before = after;
                return against.Count == 0;
            },
            _seen,
            cancellation);
        if (!used)
        {
            throw new LabException(
                $"{end.Node}: expected {end.Secured} to use {key}, found that {string.Join("; ", against)}");
        }
    }
}
