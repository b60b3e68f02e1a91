using System.Net;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Connections;

[TestFixture]
public sealed class MigrationTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_live_connection_is_placed_a_second_time_with_its_used_key_or_without(bool withKey)
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();
        await reference.ProposeAsync(Ix(), uuid, key).AcceptedAsync();

        await reference.ProposeAsync(Ix("ix2"), uuid, withKey ? key : null, 2000).AcceptedAsync();

        await reference.ProposeFeatureAsync(Connection(uuid), "f1", Feature()).AcceptedAsync();
        await reference.ProposeFeatureAsync(Connection(uuid, "ix2"), "f1", Feature("ix2", "east-7")).AcceptedAsync();
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(1000));
        Assert.That(await reference.ReservedAsync("ix2"), Is.EqualTo(2000));
        var shown = (await reference.Portal.GetJsonAsync("/portal/v1/connections"))["connections"]!.AsArray();
        Assert.That(shown, Has.Count.EqualTo(1));
        await reference.ProposeAsync(Ix("ix2"), uuid, withKey ? key : null).RefusedAsync(409, "CON-03");
    }

    [Test]
    public async Task Deleting_the_old_connection_leaves_the_new_one_and_frees_the_old_interconnect()
    {
        await using var reference = await TestReference.StartAsync();
        var uuid = await reference.PlaceAsync();
        await reference.ProposeAsync(Ix("ix2"), uuid, null).AcceptedAsync();
        await reference.ProposeFeatureAsync(Connection(uuid, "ix2"), "f1", Feature("ix2", "east-7")).AcceptedAsync();

        await reference.Borealis.DeleteAsync(Connection(uuid)).AcceptedAsync();

        Assert.That(await reference.StatusAsync(Connection(uuid)), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await reference.StatusAsync($"{Connection(uuid, "ix2")}/features/f1"), Is.EqualTo(
            HttpStatusCode.OK));
        Assert.That(await reference.ReservedAsync(), Is.Zero);
        Assert.That(await reference.ReservedAsync("ix2"), Is.EqualTo(1000));
        var shown = await reference.Portal.GetJsonAsync($"/portal/v1/connections/{uuid}");
        Assert.That((string?)shown["state"], Is.EqualTo("PLACED"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_connection_does_not_migrate_to_another_environment(bool withKey)
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();
        await reference.ProposeAsync(Ix(), uuid, key).AcceptedAsync();

        await reference.ProposeAsync(Ix("ix1", "env-2"), uuid, withKey ? key : null).RefusedAsync(400, "MIG-06");
    }

    [Test]
    public async Task A_migration_with_the_key_of_another_connection_is_refused()
    {
        await using var reference = await TestReference.StartAsync();
        var uuid = await reference.PlaceAsync();
        var other = await reference.IntendAsync();

        await reference.ProposeAsync(Ix("ix2"), uuid, other.Key).RefusedAsync(400, "CON-06");
        await reference.ProposeAsync(Ix("ix2"), uuid, "rubbish").RefusedAsync(400, "CON-06");
    }
}
