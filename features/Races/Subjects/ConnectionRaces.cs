using System.Text.Json.Nodes;
using Harness.Features.Races.Models;
using Harness.Features.Races.Recording;
using Harness.Features.Races.Rig;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Races.Subjects;

/// <summary>Races for connections and bandwidth of a scenario's interconnects.</summary>
public static class ConnectionRaces
{
    /// <summary>A race of some intents, from what stands at this quiet point.</summary>
    /// <param name="world">The scenario's.</param>
    /// <param name="intents">The connections, by number.</param>
    /// <param name="interconnects">One, or two of one environment.</param>
    /// <param name="sizesMbps">Sizes that the race uses besides those of the intents, in Mbps.</param>
    public static async Task<Race<ConnectionState, ConnectionInput, ConnectionAnswer>> OfAsync(
        World.World world,
        IReadOnlyList<Intent> intents,
        IReadOnlyList<AgreedInterconnect> interconnects,
        IEnumerable<int> sizesMbps)
    {
        var sizes = intents.Select(intent => intent.SizeMbps).Concat(sizesMbps).Distinct().Order().ToList();
        var room = new List<long>();
        var state = new ConnectionState();
        foreach (var (index, interconnect) in interconnects.Index())
        {
            var left = (long)interconnect.MaxBandwidthMbps;
            foreach (var standing in await world.Connections.List(interconnect))
            {
                var mbps = Json.Number(standing, "bandwidthMbps") ?? 0;
                var ours = intents.Index()
                    .FirstOrDefault(it => $"{it.Item.On(interconnect)}" == Json.Text(standing, "name"), (-1, null!))
                    .Index;
                if (ours < 0)
                    left -= mbps;
                else
                    state = state.With(ours, index, sizes.IndexOf((int)mbps) + 1);
            }

            room.Add(left);
        }

        foreach (var intent in intents)
            foreach (var interconnect in interconnects)
                world.Connections.Expect(intent, interconnect);
        return new Race<ConnectionState, ConnectionInput, ConnectionAnswer>(
            world.Rig,
            new RaceSubject<ConnectionState, ConnectionInput, ConnectionAnswer>(
                new ConnectionModel(room, sizes, state),
                _ => interconnects.Count == 1 ? $"{interconnects[0].Name}" : $"{world.Place.Environment}",
                input => Request(input, intents[input.Connection], interconnects[input.Interconnect], world.Traits),
                Read,
                answer => answer is ConnectionAnswer.Refused));
    }

    private static RaceRequest Request(
        ConnectionInput input,
        Intent intent,
        AgreedInterconnect interconnect,
        TargetTraits traits)
    {
        var name = intent.On(interconnect);
        return input switch
        {
            ConnectionInput.Create { Migrates: true } when !traits.MigrationCarriesKey => caller =>
                caller.CreateConnection(name, new JsonObject { ["bandwidthMbps"] = intent.SizeMbps }),
            ConnectionInput.Create => caller => caller.CreateConnection(name, intent.Body()),
            ConnectionInput.Update update => caller =>
                caller.UpdateConnection(name, new JsonObject { ["bandwidthMbps"] = update.SizeMbps }),
            ConnectionInput.Delete => caller => DeleteAsync(caller, name, intent),
            ConnectionInput.Notify => caller => caller.NotifyConnectionStatus(name),
            _ => caller => caller.Get(name),
        };
    }

    private static async Task<Answer> DeleteAsync(Caller caller, ConnectionName name, Intent intent)
    {
        var answer = await caller.Delete(name);
        intent.Ended |= answer.Status == 200;
        return answer;
    }

    private static ConnectionAnswer Read(ConnectionInput input, Answer answer) => answer.Response.IsSuccess
        ? new ConnectionAnswer.Done(
            input is ConnectionInput.Delete or ConnectionInput.Notify ? null : Mbps(answer))
        : new ConnectionAnswer.Refused(answer.Status);

    private static long? Mbps(Answer answer) =>
        answer.Response.Json() is JsonObject body ? Json.Number(body, "bandwidthMbps") : null;
}
