using Harness.Features.Living;
using Harness.Protocol.Client;
using Harness.Protocol.Names;

namespace Harness.Cli.Pairs;

/// <summary>One of two providers: its portal, and its API as the other one reads it.</summary>
/// <param name="id">Provider id.</param>
/// <param name="portal">Where its customers and operators act.</param>
/// <param name="reader">Its API, as the other provider.</param>
/// <param name="fault">Why it cannot be had any more; null while it can.</param>
internal sealed class Side(string id, IPortal portal, CoordinatorClient reader, Func<string?> fault)
{
    private readonly SideReader state = new(reader);

    public string Id => id;

    /// <summary>Its API, as the other provider calls it.</summary>
    public CoordinatorClient Api => reader;

    /// <summary>
    /// Acts as a customer or an operator; null where nobody answered, as when the process has just died.
    /// </summary>
    /// <exception cref="CannotRunException">The side cannot be had any more.</exception>
    public Task<PortalAnswer?> AskAsync(Wish wish, CancellationToken cancellation)
    {
        CheckRuns();
        return portal.AskAsync(wish, cancellation);
    }

    /// <summary>Moves its clock on to an instant; null where nobody answered.</summary>
    /// <returns>Where the clock stood before.</returns>
    public Task<DateTimeOffset?> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation) =>
        portal.AdvanceAsync(to, cancellation);

    /// <summary>What the other provider sees of what they share, one line each; null while it cannot be read.</summary>
    /// <exception cref="CannotRunException">The side cannot be had any more.</exception>
    public Task<IReadOnlyList<string>?> ReadAsync(
        IEnumerable<InterconnectName> interconnects, CancellationToken stop)
    {
        CheckRuns();
        return state.ReadAsync(interconnects, stop);
    }

    /// <summary>Whether a MACsec key is active on a channel, how many keys it has, and the active one's id.</summary>
    /// <exception cref="CannotRunException">The side cannot be had any more.</exception>
    public Task<KeyState?> ReadKeysAsync(ChannelName channel, CancellationToken stop)
    {
        CheckRuns();
        return state.ReadKeysAsync(channel, stop);
    }

    // Else whoever waits for it to come right would wait to the deadline, and then say something else.
    private void CheckRuns()
    {
        if (fault() is { } why)
            throw new CannotRunException($"{id}: {why}");
    }
}
