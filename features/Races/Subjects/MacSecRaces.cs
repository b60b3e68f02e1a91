using Harness.Features.Races.Models;
using Harness.Features.Races.Recording;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Races.Subjects;

/// <summary>Races for the one rotation that an interconnect may be in.</summary>
public static class MacSecRaces
{
    /// <summary>A race of proposed keys, from the keys that the channels have at this quiet point.</summary>
    /// <param name="world">The scenario's.</param>
    /// <param name="keys">Lists keys, and sees to their clean-up.</param>
    /// <param name="chosen">Baked channels, each with one active key.</param>
    /// <param name="proposals">The keys that are proposed; they are numbered after those of the start.</param>
    public static async Task<Race<MacSecState, MacSecInput, MacSecAnswer>> OfAsync(
        World.World world,
        ChannelKeys keys,
        KeyChannels chosen,
        IReadOnlyList<ProposedKey> proposals)
    {
        var names = new List<MacSecKeyName>();
        var (there, active) = (0U, 0U);
        foreach (var channel in chosen.Channels)
        {
            foreach (var key in await keys.List(channel))
            {
                there |= 1U << names.Count;
                active |= key.Active ? 1U << names.Count : 0;
                names.Add(channel.MacSecKey(key.Id));
            }
        }

        var standing = names.Count;
        names.AddRange(proposals.Select(key => key.Name));
        var channels = chosen.Channels.ToList();
        var model = new MacSecModel(
            [.. names.Select(name => channels.IndexOf(name.Channel))],
            [.. channels.Select(channel => channel.Id)],
            new MacSecState(there, active, Pending: 0, Bakes: false));
        keys.Expect(proposals);
        return new Race<MacSecState, MacSecInput, MacSecAnswer>(
            world.Rig,
            new RaceSubject<MacSecState, MacSecInput, MacSecAnswer>(
                model,
                _ => $"{chosen.Interconnect.Name}",
                input => input switch
                {
                    MacSecInput.Create(var key) => caller => CreateAsync(caller, keys, proposals[key - standing]),
                    MacSecInput.Delete(var key) => caller => caller.Delete(names[key]),
                    MacSecInput.List(var channel) => caller => caller.List($"{channels[channel]}/macSecKeys"),
                    _ => throw new ArgumentOutOfRangeException(nameof(input)),
                },
                (input, answer) => Read(input, answer, names),
                answer => answer is MacSecAnswer.Status { Code: not (>= 200 and <= 299) }));
    }

    private static async Task<Answer> CreateAsync(Caller caller, ChannelKeys keys, ProposedKey key)
    {
        var answer = await caller.CreateMacSecKey(key.Name, key.Body);
        keys.Took(key, answer);
        return answer;
    }

    private static MacSecAnswer Read(MacSecInput input, Answer answer, List<MacSecKeyName> names)
    {
        if (input is not MacSecInput.List || !answer.Response.IsSuccess)
            return new MacSecAnswer.Status(answer.Status);
        var (there, active) = (0U, 0U);
        foreach (var key in answer.List("macSecKeys").Select(ListedKey.Read))
        {
            var number = names.FindIndex(name => name.Id == key.Id);
            // A key that nobody here has made is one that no state of the model explains.
            var bit = 1U << (number < 0 ? MacSecModel.MostKeys - 1 : number);
            there |= bit;
            active |= key.Active ? bit : 0;
        }

        return new MacSecAnswer.Listed(there, active);
    }
}
