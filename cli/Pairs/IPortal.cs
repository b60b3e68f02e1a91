using Harness.Features.Living;

namespace Harness.Cli.Pairs;

/// <summary>Where the customers and operators of a provider act.</summary>
internal interface IPortal
{
    /// <summary>Asks once; null where nobody answered.</summary>
    Task<PortalAnswer?> AskAsync(Wish wish, CancellationToken cancellation);

    /// <summary>Moves the provider's clock on to an instant, where it is behind; null where nobody answered.</summary>
    /// <returns>Where the clock stood before.</returns>
    Task<DateTimeOffset?> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation);
}
