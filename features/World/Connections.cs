using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>What the partner does with connections, cleaned up after the scenario.</summary>
public sealed class Connections(Caller partner, PartnerSide side, Cleanup cleanup)
{
    /// <summary>
    /// Asks for a connection that the partner has locally by then (CON-09). Whatever the answer, it is deleted
    /// in the end.
    /// </summary>
    public Task<Answer> Create(Intent intent, AgreedInterconnect interconnect, JsonObject? body = null) =>
        partner.CreateConnection(Expect(intent, interconnect), body ?? intent.Body());

    /// <summary>Does what has to precede a request for a connection, and sees to its clean-up.</summary>
    public ConnectionName Expect(Intent intent, AgreedInterconnect interconnect)
    {
        var name = intent.On(interconnect);
        cleanup.Add($"connection {name}", () => Remove(name, intent));
        side.HasLocally(name, intent.SizeMbps);
        return name;
    }

    public async Task<Answer> Delete(Intent intent, AgreedInterconnect interconnect)
    {
        var answer = await partner.Delete(intent.On(interconnect));
        side.Forgets(intent.On(interconnect));
        intent.Ended |= answer.Status == 200;
        return answer;
    }

    /// <summary>Every connection of the interconnect, page by page.</summary>
    public Task<IReadOnlyList<JsonObject>> List(AgreedInterconnect interconnect) => List(interconnect.Name);

    /// <summary>The names of every connection of the interconnect.</summary>
    public async Task<IReadOnlyList<string>> ListNames(InterconnectName interconnect) =>
        [.. (await List(interconnect)).Select(connection => Json.Text(connection, "name")).OfType<string>()];

    /// <summary>Bandwidth in Mbps that the interconnect's connections take together.</summary>
    public async Task<long> Taken(AgreedInterconnect interconnect) =>
        (await List(interconnect)).Sum(connection => Json.Number(connection, "bandwidthMbps") ?? 0);

    private async Task<IReadOnlyList<JsonObject>> List(InterconnectName interconnect)
    {
        var all = new List<JsonObject>();
        string? token = null;
        var pages = 0;
        do
        {
            var page = (await partner.List($"{interconnect}/connections", pageToken: token)).Accepted();
            all.AddRange(page.List("connections"));
            token = page.Text("nextPageToken") is { Length: > 0 } next ? next : null;
            Check.That("the number of pages of connections", ++pages <= 10_000, "an end", "10000 pages and a token");
        }
        while (token is not null);
        return all;
    }

    private async Task Remove(ConnectionName name, Intent intent)
    {
        var answer = await partner.Delete(name);
        side.Forgets(name);
        if (answer.Status is not (200 or 404))
            throw new CleanupException($"DeleteConnection was answered {answer.Status}");
        intent.Ended |= answer.Status == 200;
    }
}
