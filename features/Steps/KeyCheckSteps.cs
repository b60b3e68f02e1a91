using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>What became of MACsec keys.</summary>
[Binding]
public sealed class KeyCheckSteps(World.World world, ChannelKeys listed, MacSecKeys keys, TargetsKeys targets)
{
    // What targets whose times have whole seconds only may be off by.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>Accepted between the reading before the request and one after it.</summary>
    [Then("the startTime of the key is the target's time of the request")]
    public async Task TheStartTimeIsThatOfTheRequest()
    {
        var before = world.Clock.Latest;
        var found = Json.Time(world.Answers.Current.Accepted().Object(), "startTime");
        var after = await world.Clock.Now();
        Check.Present("startTime of the accepted key, an RFC 3339 time", found);
        Check.InRange("startTime of the accepted key", before - Rounding, after + Rounding, found.Value);
    }

    /// <summary>No requirement says that the answer repeats it.</summary>
    [Then("the CKN in the answer, if any, is the one that was sent")]
    public void TheCknIsTheOneSent()
    {
        if (world.Answers.Current.Text("ckn") is { } found)
            Check.Equal(
                "ckn of the accepted key, in capitals",
                Json.Text(keys.Asked.Body, "ckn")?.ToUpperInvariant(),
                found.ToUpperInvariant());
    }

    [Then("the key is read and listed with its name and the same startTime")]
    public async Task TheKeyIsReadAsAnswered()
    {
        var name = keys.Asked.Name;
        var start = Json.Time(world.Answers.Current.Object(), "startTime");
        var read = (await world.Partner.Get(name)).Accepted().Object();
        Check.Equal("name of the key as read", $"{name}", Json.Text(read, "name"));
        CheckSameTime("startTime of the key as read", start, Json.Time(read, "startTime"));
        var all = (await world.Partner.List($"{name.Channel}/macSecKeys")).Accepted().List("macSecKeys");
        var mine = all.Where(key => Json.Text(key, "name") == $"{name}").ToList();
        Check.Equal("how often the key is listed", 1, mine.Count);
        CheckSameTime("startTime of the key as listed", start, Json.Time(mine[0], "startTime"));
    }

    [Then("the channel has the keys that it had")]
    public Task TheChannelHasTheKeysThatItHad() => listed.CheckUnchanged(keys.Asked.Channel);

    [Then("the channel has {int} key(s)")]
    public async Task TheChannelHasKeys(int count)
    {
        var found = await listed.List(keys.Asked.Channel);
        Check.That(
            $"the keys of {keys.Asked.Channel.Id}",
            found.Count == count,
            $"{count} of them",
            Shown.All(found));
    }

    [Then("the key is refused with 409")]
    public async Task TheKeyIsRefused()
    {
        await world.Clock.StillShort();
        Check.Equal("the status of the answer to CreateMacSecKey", 409, world.Answers.Current.Status);
        await listed.CheckUnchanged(keys.Asked.Channel);
    }

    [Then("the key is accepted")]
    public void TheKeyIsAccepted() => world.Answers.Current.Accepted();

    [Then("the new key is the channel's only active one")]
    public async Task TheNewKeyIsTheOnlyActiveOne()
    {
        var found = await listed.List(keys.Latest.New.Channel);
        Check.SameItems(
            "the active keys of the channel after its rotation",
            [keys.Latest.New.Id],
            [.. found.Where(key => key.Active).Select(key => key.Id)]);
        Check.Contains(
            "the keys of the channel after its rotation, the old one not deleted",
            keys.Latest.Old!.Id,
            [.. found.Select(key => key.Id)]);
    }

    [Then("the key is still there and active")]
    public async Task TheKeyIsStillActive()
    {
        var key = (await world.Partner.Get(keys.ActiveOnFirst)).Accepted().Object();
        Check.That("active of the key after the refused delete", Json.Flag(key, "active"), "true", "not true");
    }

    [Then("that key is still there")]
    public async Task TheKeyOfTheTargetsIsStillThere() => (await world.Partner.Get(targets.Key)).Accepted();

    [Then("the old key is gone and the new one is still active")]
    public async Task TheOldKeyIsGone()
    {
        Check.Equal(
            "the status of a GetMacSecKey of the deleted key",
            404,
            (await world.Partner.Get(keys.Latest.Old!)).Status);
        var left = await listed.List(keys.Latest.New.Channel);
        Check.SameItems(
            "the keys of the channel after the old one was deleted",
            [$"{keys.Latest.New.Id} (active)"],
            [.. left.Select(key => $"{key}")]);
    }

    [Then("every channel of the key interconnect gets an active key")]
    public async Task EveryChannelGetsAnActiveKey()
    {
        foreach (var channel in keys.Chosen.Channels)
            await world.Settle(
                $"the keys of {channel.Id}",
                () => listed.List(channel),
                found => found is [{ Active: true }],
                "one key, active");
    }

    [Then("the key is not active in the answer")]
    public void TheKeyIsNotActiveYet() => Check.That(
        "active in the answer that accepts a key, which the router has yet to take up",
        !Json.Flag(world.Answers.Current.Accepted().Object(), "active"),
        "false, until the router is seen to use the key (a simulated network has to take some time for that)",
        "true");

    [Then("the key becomes active")]
    public Task TheKeyBecomesActive() => listed.BecomesActive(keys.Asked.Name);

    // Kept to fewer digits than it was answered with, it is the same time.
    private static void CheckSameTime(string what, DateTimeOffset? expected, DateTimeOffset? found) => Check.That(
        what,
        found is not null && expected is not null && (found - expected).Value.Duration() < Rounding,
        Shown.Of(expected),
        Shown.Of(found));
}
