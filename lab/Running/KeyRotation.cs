using Harness.Lab.Measuring.Routers;
using Harness.Lab.Operating;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Lab.Running;

/// <summary>Carries the steps of a key change out, both ends of a channel side by side (MAC-19).</summary>
/// <param name="routers">The routers of both ends.</param>
public sealed class KeyRotation(ProviderRouters routers)
{
    private const int LooksInAWindow = 10;

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
                    await routers.ApplyAllAsync(change.Changes, cancellation);
                    break;
                case RotationStep.AwaitUse use:
                    await Task.WhenAll(use.Ends.Select(end => AwaitUseAsync(end, use.Key, cancellation)));
                    break;
                default:
                    throw new ArgumentException($"There is no way to {step.Title}", nameof(steps));
            }
        }
    }

    // Compares with an earlier look; a last frame under the old key must not speak against the new one for ever.
    private async Task AwaitUseAsync(ChannelEnd end, SecureAssociation key, CancellationToken cancellation)
    {
        var before = await routers.ReadMacSecAsync(end, cancellation);
        var looks = 0;
        await routers.UntilAsync(
            $"{end.Secured} of {end.Node} to use {key}",
            async token =>
            {
                var after = await routers.ReadMacSecAsync(end, token);
                var against = KeyUse.Against(before, after, key);
                if (++looks % LooksInAWindow == 0)
                    before = after;
                return against.Count == 0 ? null : string.Join("; ", against);
            },
            cancellation);
    }
}
