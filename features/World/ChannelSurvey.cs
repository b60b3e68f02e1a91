using System.Text.Json.Nodes;

namespace Harness.Features.World;

/// <summary>All interconnects of all agreed environments with their channels, as the target serves them.</summary>
public sealed class ChannelSurvey(World world)
{
    private IReadOnlyList<SurveyedInterconnect>? interconnects;

    /// <summary>What was read.</summary>
    public IReadOnlyList<SurveyedInterconnect> Interconnects => interconnects
        ?? throw new InvalidOperationException("no step of this scenario has read the channels yet");

    /// <summary>The devices that each interconnect sits on, by the interconnect's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> DeviceGroups => Interconnects.ToDictionary(
        interconnect => interconnect.Name,
        interconnect => (IReadOnlySet<string>)interconnect.Devices.ToHashSet());

    /// <summary>Reads everything, page by page.</summary>
    public async Task Read()
    {
        var found = new List<SurveyedInterconnect>();
        foreach (var place in world.Places)
            foreach (var interconnect in await Elements($"{place.Environment}/interconnects", "interconnects"))
            {
                var name = Json.Text(interconnect, "name") ?? "";
                var channels = await Elements($"{name}/channels", "channels");
                var agreed = place.Interconnects.FirstOrDefault(candidate => $"{candidate.Name}" == name);
                found.Add(new SurveyedInterconnect(name, interconnect, channels, agreed));
            }

        interconnects = found;
    }

    private async Task<IReadOnlyList<JsonObject>> Elements(string path, string field)
    {
        var pages = await new PageWalk(world.Partner, new Listing(field, path, field)).All();
        return [.. pages.SelectMany(page => page.Answer.List(field))];
    }
}

/// <summary>An interconnect as the target serves it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Resource">The interconnect.</param>
/// <param name="Channels">Its channels.</param>
/// <param name="Agreed">What was agreed on for it; null where the testbed does not list it.</param>
public sealed record SurveyedInterconnect(
    string Name,
    JsonObject Resource,
    IReadOnlyList<JsonObject> Channels,
    AgreedInterconnect? Agreed)
{
    /// <summary>Whether it takes connections; an absent state is the first of its enum, PENDING.</summary>
    public bool IsActive => Json.Text(Resource, "state") == "INTERCONNECT_STATE_ACTIVE";

    /// <summary>The devices of its channels, each once.</summary>
    public IReadOnlyList<string> Devices =>
        [
            .. Channels.Select(channel => Json.Text(channel, "obfuscatedDeviceId") ?? "")
                .Where(device => device.Length > 0)
                .Distinct(),
        ];
}
