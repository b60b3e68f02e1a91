using System.Globalization;
using Harness.Lab.Routers.MacSec;

namespace Harness.Lab.Measuring.Routers;

/// <summary>Whether an end of a channel is seen to use a key (MAC-13).</summary>
public static class KeyUse
{
    /// <summary>
    /// Compares two looks at an interface. A key is in use when frames are sent and accepted under it, none under any
    /// other, and none is refused.
    /// </summary>
    /// <param name="before">The earlier look.</param>
    /// <param name="after">The later look, with traffic in between.</param>
    /// <param name="key">The key.</param>
    /// <returns>What speaks against it; empty where it is in use.</returns>
    public static IReadOnlyList<string> Against(MacSecStatus before, MacSecStatus after, SecureAssociation key) =>
    [
        .. Sending(before, after, key),
        .. Receiving(before, after, key),
        .. after.Refused > before.Refused ? [$"{after.Refused - before.Refused} frames were refused"] : (string[])[],
    ];

    private static IEnumerable<string> Sending(MacSecStatus before, MacSecStatus after, SecureAssociation key)
    {
        if (!after.Protect || !after.Encrypt)
            yield return "it does not encrypt";
        if (after.EncodingSa != key.Number)
            yield return $"it sends under association {after.EncodingSa} and not under {key.Number}";
        if (!after.SaList.Any(it => it.An == key.Number && it.Active && it.Key == key.KeyId))
            yield return $"it has no active key {key.KeyId} to send under association {key.Number}";
        foreach (var it in after.SaList)
        {
            var earlier = Earlier(before.SaList, it.An, other => other.An);
            var more = it.OutPktsEncrypted - (earlier?.OutPktsEncrypted ?? 0);
            if (more > 0 != (it.An == key.Number))
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"it sent {more} frames under association {it.An}");
        }
    }

    private static IEnumerable<string> Receiving(MacSecStatus before, MacSecStatus after, SecureAssociation key)
    {
        var associations = after.RxSc.SelectMany(peer => peer.SaList).ToArray();
        if (!associations.Any(it => it.An == key.Number && it.Active && it.Key == key.KeyId))
            yield return $"it has no active key {key.KeyId} to receive under association {key.Number}";
        foreach (var it in associations)
        {
            var earlier = Earlier(before.RxSc.SelectMany(peer => peer.SaList), it.An, other => other.An);
            var more = it.InPktsOK - (earlier?.InPktsOK ?? 0);
            if (more > 0 != (it.An == key.Number))
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"it accepted {more} frames under association {it.An}");
        }
    }

    private static T? Earlier<T>(IEnumerable<T> associations, int number, Func<T, int> numberOf)
        where T : class => associations.FirstOrDefault(it => numberOf(it) == number);
}
