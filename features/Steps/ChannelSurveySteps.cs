using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.Judging;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>The channels of all interconnects: capacity, devices, managers.</summary>
[Binding]
public sealed class ChannelSurveySteps(World.World world, ChannelSurvey survey)
{
    private const string KeyManager = "macsecManagerProvider";

    [When("the partner reads the channels of every interconnect")]
    public async Task EverythingIsRead()
    {
        await survey.Read();
        Check.That("the number of interconnects", survey.Interconnects.Count > 0, "one at least", "none");
    }

    [Then("every active interconnect has {int} channels at least, of one capacity")]
    public void EveryActiveInterconnectHasEnoughChannels(int least)
    {
        foreach (var interconnect in survey.Interconnects.Where(interconnect => interconnect.IsActive))
        {
            Check.That(
                $"the number of channels of {interconnect.Name}",
                interconnect.Channels.Count >= least,
                $"{least} at least",
                $"{interconnect.Channels.Count}");
            var capacities = interconnect.Channels
                .Select(channel => $"{Json.Number(channel, "aggregateChannelSizeGbps")} Gbps")
                .Distinct()
                .ToList();
            Check.That(
                $"aggregateChannelSizeGbps of the channels of {interconnect.Name}",
                capacities.Count == 1,
                "the same for all",
                Shown.All(capacities));
        }
    }

    [Then("every channel tells its device, and no interconnect sits on one")]
    public void EveryInterconnectIsDiverse()
    {
        foreach (var interconnect in survey.Interconnects.Where(interconnect => interconnect.Channels.Count > 0))
        {
            foreach (var channel in interconnect.Channels)
                Check.That(
                    $"obfuscatedDeviceId of {Json.Text(channel, "name")}",
                    Json.Text(channel, "obfuscatedDeviceId") is { Length: > 0 },
                    "a text",
                    "none");
            Check.That(
                $"the devices of {interconnect.Name}",
                interconnect.Devices.Count > 1,
                "more than one",
                Shown.All(interconnect.Devices));
        }
    }

    [Then("any two interconnects have the same devices or share none")]
    public void GroupsAreTheSameOrDisjoint() => Check.Empty(
        "pairs of interconnects that share some devices but not all",
        [.. DeviceGroups.PartlyShared(survey.DeviceGroups).Select(pair => $"{pair.One} and {pair.Other}")]);

    [Then("every channel names the partner or the target as manager of its keys and of its cross connects")]
    public void EveryChannelNamesItsManagers()
    {
        var parties = new[] { $"{world.Parties.Partner}", $"{world.Parties.Target}" };
        foreach (var channel in survey.Interconnects.SelectMany(interconnect => interconnect.Channels))
            foreach (var field in new[] { KeyManager, "crossConnectManagerProvider" })
                Check.OneOf(
                    $"{field} of {Json.Text(channel, "name")}",
                    parties,
                    Json.Text(channel, field) ?? "none");
    }

    [Then("the managers are those of the agreed testbed")]
    public void TheManagersAreTheAgreedOnes()
    {
        var served = survey.Interconnects.SelectMany(interconnect => interconnect.Channels)
            .GroupBy(channel => Json.Text(channel, "name") ?? "")
            .ToDictionary(group => group.Key, group => Json.Text(group.First(), KeyManager));
        var agreed = world.Places.SelectMany(place => place.Interconnects).SelectMany(agreed => agreed.Channels);
        foreach (var channel in agreed)
            Check.Equal(
                $"{KeyManager} of {channel.Name}",
                channel.MacsecManager,
                served.GetValueOrDefault($"{channel.Name}", "no such channel"));
    }

    [Then("key duty is split in halves on every agreed interconnect without another agreement")]
    public void KeyDutyIsSplitInHalves()
    {
        foreach (var interconnect in survey.Interconnects.Where(found => found.Agreed is { AgreedKeyDuty: false }))
        {
            var (partners, targets) = (ManagedBy(interconnect, $"{world.Parties.Partner}"),
                ManagedBy(interconnect, $"{world.Parties.Target}"));
            // An odd number of channels has no halves: one more on either side is as near as it gets.
            Check.That(
                $"the channels of {interconnect.Name} whose keys each provider manages",
                Math.Abs(partners - targets) <= interconnect.Channels.Count % 2,
                "half of them each",
                $"{partners} the partner, {targets} the target, of {interconnect.Channels.Count}");
        }
    }

    [Then("no grouping of devices can deadlock maintenance")]
    public void NoGroupingDeadlocks()
    {
        var blocked = DeviceGroups.FindDeadlock(survey.DeviceGroups)
            .Select(name => $"{name} on {string.Join(", ", survey.DeviceGroups[name])}");
        Check.Empty("the interconnects whose devices block each other's maintenance", [.. blocked]);
    }

    private static int ManagedBy(SurveyedInterconnect interconnect, string provider) =>
        interconnect.Channels.Count(channel => IsManagedBy(channel, provider));

    private static bool IsManagedBy(JsonObject channel, string provider) => Json.Text(channel, KeyManager) == provider;
}
