using Harness.Protocol;

namespace Harness.Simulator.State;

/// <summary>
/// The activation keys that the partner has given out, and how far each has come. A key is what it says: spaces in its
/// JSON, or the order of its fields, make no other one of it.
/// </summary>
public sealed class KeyLedger(Lock guard)
{
    private readonly Dictionary<string, Progress> keys = new(StringComparer.Ordinal);

    private enum Progress
    {
        Issued,
        Confirmed,
        Used,
    }

    /// <summary>Gives out a key, as at the partner's portal.</summary>
    public void Issue(string encodedKey)
    {
        lock (guard)
            keys[Said(encodedKey)] = Progress.Issued;
    }

    /// <summary>Confirms a key; false for one that was never given out or has been used (KEY-10, KEY-11).</summary>
    public bool Confirm(string encodedKey)
    {
        lock (guard)
        {
            if (!keys.TryGetValue(Said(encodedKey), out var progress) || progress == Progress.Used)
                return false;
            keys[Said(encodedKey)] = Progress.Confirmed;
            return true;
        }
    }

    /// <summary>Uses a key up; false for one that has not been confirmed (CON-06).</summary>
    public bool Use(string? encodedKey)
    {
        lock (guard)
        {
            if (encodedKey is null || keys.GetValueOrDefault(Said(encodedKey)) != Progress.Confirmed)
                return false;
            keys[Said(encodedKey)] = Progress.Used;
            return true;
        }
    }

    /// <summary>Forgets a key for ever (KEY-16).</summary>
    public void Revoke(string encodedKey)
    {
        lock (guard)
            keys.Remove(Said(encodedKey));
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        lock (guard)
            keys.Clear();
    }

    private static string Said(string encodedKey) => ActivationKeyCodec.TryDecode(encodedKey, out var key)
        ? ActivationKeyCodec.Encode(key)
        : encodedKey;
}
