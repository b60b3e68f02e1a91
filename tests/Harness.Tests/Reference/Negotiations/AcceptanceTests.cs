using NUnit.Framework;

namespace Harness.Tests.Reference.Negotiations;

[TestFixture]
public sealed class AcceptanceTests
{
    [Test]
    public async Task A_key_that_a_customer_brings_leads_to_a_connection_that_is_verified_on_both_sides()
    {
        await using var pair = await ReferencePair.StartAsync();

        var uuid = await pair.AcceptAsync();

        await pair.BothAsync(uuid, "VERIFIED");
        Assert.That(await pair.PlacesAsync(pair.Aurora), Is.EqualTo((string[])["ix-keys 1000 4"]));
        Assert.That(await pair.PlacesAsync(pair.Borealis), Is.EqualTo((string[])["ix-keys 1000 4"]));
        var shown = await ReferencePair.ShownAsync(pair.Aurora, uuid);
        Assert.That((string?)shown["state"], Is.EqualTo("PLACED"));
        Assert.That((string?)shown["progress"], Is.EqualTo("The connection is in service."));
        Assert.That(shown["failure"], Is.Null);
        Assert.That(shown["activationKey"], Is.Null, "it is the peer's");
    }
}
