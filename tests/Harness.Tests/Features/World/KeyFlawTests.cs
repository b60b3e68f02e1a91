using Harness.Features.World;
using Harness.Protocol;
using Harness.Protocol.Resources;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

/// <summary>What scenarios bring is flawed as they say, and in nothing else.</summary>
public sealed class KeyFlawTests
{
    private static readonly Intent Issued = new("u", 50, ActivationKeyCodec.Encode(new ActivationKey(
        1, "providers/a/environments/e", "u", 50, "acct")));

    public static IEnumerable<string> Flaws => KeyFlaw.Words.Split('|');

    public static IEnumerable<string> Differences => OtherKey.Words.Split('|');

    [TestCaseSource(nameof(Flaws))]
    public void A_flawed_key_is_no_complete_key(string words) => Assert.That(
        ActivationKeyCodec.TryDecode(new KeyFlaw(words).Of(Issued), out var key) && ActivationKeyCodec.IsComplete(key),
        Is.False);

    [TestCaseSource(nameof(Differences))]
    public void Another_key_is_complete_and_differs_in_one_field(string words)
    {
        var other = new OtherKey(words).Of(Issued, new TestData(1));

        Assert.That(ActivationKeyCodec.TryDecode(other, out var key) && ActivationKeyCodec.IsComplete(key));
        var before = Issued.Key()!;
        var after = new Intent("u", 50, other).Key()!;
        Assert.That(
            before.Count(field => $"{field.Value}" != $"{after[field.Key]}"), Is.EqualTo(1));
    }
}
