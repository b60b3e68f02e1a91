using Harness.Features.Living;

namespace Harness.Cli.Pairs;

/// <summary>The portal of the simulated partner, which lives in this process and never fails to answer.</summary>
/// <param name="partner">The partner.</param>
/// <param name="clock">Its clock; null where that is real time, which nobody moves.</param>
internal sealed class LivingPortal(LivingPartner partner, SteppedClock? clock) : IPortal
{
    public async Task<PortalAnswer?> AskAsync(Wish wish, CancellationToken cancellation) =>
        await partner.AskAsync(wish, cancellation);

    public Task<DateTimeOffset?> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        if (clock is null)
            throw new InvalidOperationException("expected a clock that stands still, found real time");
        var before = clock.GetUtcNow();
        clock.MoveTo(to);
        return Task.FromResult<DateTimeOffset?>(before);
    }
}
