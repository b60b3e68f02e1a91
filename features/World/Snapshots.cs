using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>
/// Notes what stands in an environment and compares: how scenarios show that a refused request has changed
/// nothing. The progress of provisioning is left out, because it moves on by itself.
/// </summary>
public sealed class Snapshots(Caller partner, Connections connections, Place place, IssueName issue)
{
    private readonly Dictionary<string, IReadOnlyList<string>> noted = [];

    /// <summary>Notes connections and features of every interconnect, keys of one channel, and the issue.</summary>
    public async Task NoteEnvironment() => noted["environment"] = await ReadEnvironment();

    public async Task CheckEnvironment() => Compare("environment", await ReadEnvironment());

    public async Task NoteInterconnect(AgreedInterconnect interconnect) =>
        noted[interconnect.Name.Id] = await ReadInterconnect(interconnect);

    public async Task CheckInterconnect(AgreedInterconnect interconnect) =>
        Compare(interconnect.Name.Id, await ReadInterconnect(interconnect));

    private async Task<IReadOnlyList<string>> ReadEnvironment()
    {
        var lines = new List<string>();
        foreach (var interconnect in place.Interconnects)
            lines.AddRange(await ReadInterconnect(interconnect));
        if (place.Keys is { Channels: [var first, ..] })
            lines.AddRange(await ReadKeys(first.Name));
        var found = await partner.Get(issue);
        lines.Add($"{issue}: {(found.Status == 404 ? "does not exist" : "exists")}");
        return lines;
    }

    private async Task<IReadOnlyList<string>> ReadInterconnect(AgreedInterconnect interconnect)
    {
        var lines = new List<string>();
        foreach (var connection in await connections.List(interconnect))
        {
            lines.Add(Line(connection, "activationKey"));
            var features = (await partner.List($"{Json.Text(connection, "name")}/features")).Accepted();
            lines.AddRange(features.List("features").Select(feature => Line(feature, "provisioningState")));
        }

        return lines;
    }

    private async Task<IEnumerable<string>> ReadKeys(ChannelName channel) =>
        (await partner.List($"{channel}/macSecKeys")).Accepted().List("macSecKeys").Select(key => Line(key, "cak"));

    private static string Line(JsonObject resource, string without)
    {
        var fields = resource
            .Where(field => field.Key != without && field.Key != "md5BgpPassword")
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={field.Value?.ToJsonString()}");
        return string.Join(' ', fields);
    }

    private void Compare(string what, IReadOnlyList<string> now)
    {
        var before = noted.TryGetValue(what, out var lines)
            ? lines
            : throw new InvalidOperationException($"the state of {what} was not noted before");
        var gone = before.Except(now).ToList();
        var added = now.Except(before).ToList();
        Check.That(
            $"the state of {what}",
            gone.Count == 0 && added.Count == 0,
            gone.Count == 0 ? "as before" : $"still there: {string.Join("; ", gone)}",
            added.Count == 0 ? "gone" : $"new: {string.Join("; ", added)}");
    }
}
