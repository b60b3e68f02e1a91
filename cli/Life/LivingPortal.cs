using Harness.Cli.Pairs;
using Harness.Features.Living;

namespace Harness.Cli.Life;

/// <summary>The portal of the simulated partner, which lives in this process and never fails to answer.</summary>
/// <param name="partner">The partner.</param>
/// <param name="clock">Its clock.</param>
internal sealed class LivingPortal(LivingPartner partner, SteppedClock clock) : IPortal
{
    public async Task<PortalAnswer?> AskAsync(Wish wish, CancellationToken cancellation) =>
        await partner.AskAsync(wish, cancellation);

    public Task<DateTimeOffset?> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow();
        clock.MoveTo(to);
        return Task.FromResult<DateTimeOffset?>(before);
    }
}
