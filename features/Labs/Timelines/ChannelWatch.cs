namespace Harness.Features.Labs.Timelines;

/// <summary>
/// Tells what is done to the channels of a lab, by whom it is done: no router is asked for it, and so none is kept from
/// its sessions. Safe for several threads.
/// </summary>
public sealed class ChannelWatch
{
    private readonly Lock gate = new();
    private readonly Dictionary<(int Channel, string By), ChannelChange> holding = [];
    private Action<ChannelChange>? told;

    /// <summary>Tells a change to whoever follows.</summary>
    public void Say(ChannelChange change)
    {
        lock (gate)
        {
            if (change.State is null)
                holding.Remove((change.Channel.Number, change.By));
            else
                holding[(change.Channel.Number, change.By)] = change;
            told?.Invoke(change);
        }
    }

    /// <summary>Tells what holds now, and every change from now on until the result is disposed of.</summary>
    public IDisposable Follow(Action<ChannelChange> follower)
    {
        lock (gate)
        {
            foreach (var change in holding.Values)
                follower(change);
            told += follower;
        }

        return new Following(this, follower);
    }

    private sealed class Following(ChannelWatch watch, Action<ChannelChange> follower) : IDisposable
    {
        public void Dispose()
        {
            lock (watch.gate)
                watch.told -= follower;
        }
    }
}
