using System.Numerics;
using Harness.Certification.Linearizability;

namespace Harness.Features.Races.Models;

/// <summary>
/// The MACsec keys of one interconnect whose channels all have an active key, one request at a time, within the two
/// hours of a bake time: one rotation at most is begun (MAC-03, MAC-04, MAC-14), a channel holds two keys (MAC-05), and
/// the active one stays (MAC-07). Routers take up a key on their own (MAC-13), at any time after its acceptance.
/// </summary>
/// <param name="channelOf">The channel of each key, by number.</param>
/// <param name="channels">The ids of the channels.</param>
/// <param name="start">The keys at the start.</param>
public sealed class MacSecModel(IReadOnlyList<int> channelOf, IReadOnlyList<string> channels, MacSecState start)
    : ISequentialModel<MacSecState, MacSecInput, MacSecAnswer>
{
    /// <summary>Most keys of a race.</summary>
    public const int MostKeys = 32;

    private const int Conflict = 409;
    private const int Missing = 404;
    private const int MostOfChannel = 2;

    public string Name => "MACsec keys of one interconnect within a bake time, one request at a time";

    public MacSecState Start(string partition) => start;

    public IEnumerable<MacSecState> Apply(
        MacSecState state,
        MacSecInput input,
        MacSecAnswer? answer,
        bool contended) => Reachable(state).SelectMany(now => input switch
        {
            MacSecInput.Create(var key) => Create(now, key, answer, contended),
            MacSecInput.Delete(var key) => Delete(now, key, answer, contended),
            MacSecInput.List(var channel) => Kept(now, Shows(now, channel, answer)),
            _ => throw new ArgumentOutOfRangeException(nameof(input)),
        }).Distinct();

    /// <summary>All that is written about the keys of an interconnect contends for its one rotation.</summary>
    public bool Rivals(MacSecInput one, MacSecInput other) => !IsRead(one) && !IsRead(other);

    public bool IsRead(MacSecInput input) => input is MacSecInput.List;

    public string Describe(MacSecInput input) => input switch
    {
        MacSecInput.Create(var key) => $"create {Named(key)}",
        MacSecInput.Delete(var key) => $"delete {Named(key)}",
        MacSecInput.List(var channel) => $"list the keys of {channels[channel]}",
        _ => throw new ArgumentOutOfRangeException(nameof(input)),
    };

    public string Describe(MacSecAnswer answer) => answer switch
    {
        MacSecAnswer.Status status => $"{status.Code}",
        MacSecAnswer.Listed listed => string.Join(", ", Numbers(listed.Keys)
            .Select(key => Has(listed.Active, key) ? $"k{key} active" : $"k{key}").DefaultIfEmpty("none")),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    public string Explain(MacSecState state)
    {
        var keys = Numbers(state.Keys).Select(key => Has(state.Active, key) ? $"{Named(key)} (active)"
            : Has(state.Pending, key) ? $"{Named(key)} (in rotation)" : $"{Named(key)} (not active)");
        return $"{string.Join(", ", keys.DefaultIfEmpty("no key"))}; "
            + (state.Bakes ? "a rotation bakes" : "no rotation bakes");
    }

    private IEnumerable<MacSecState> Create(MacSecState state, int key, MacSecAnswer? answer, bool contended)
    {
        var ofChannel = BitOperations.PopCount(state.Keys & KeysOf(channelOf[key]));
        var free = !Has(state.Keys, key) && ofChannel < MostOfChannel && state.Pending == 0 && !state.Bakes
            && BitOperations.PopCount(state.Keys) <= channels.Count;
        if (answer is MacSecAnswer.Status { Code: not (>= 200 and <= 299) } refused)
            return Kept(state, refused.Code == Conflict && (!free || contended));
        return free ? [state with { Keys = state.Keys | Bit(key), Pending = state.Pending | Bit(key) }] : [];
    }

    private static IEnumerable<MacSecState> Delete(MacSecState state, int key, MacSecAnswer? answer, bool contended)
    {
        var (there, active) = (Has(state.Keys, key), Has(state.Active, key));
        if (answer is MacSecAnswer.Status { Code: not (>= 200 and <= 299) } refused)
            return Kept(state, (refused.Code is >= 400 and <= 499 && active)
                || (refused.Code == Missing && !there)
                || (refused.Code == Conflict && contended));
        if (active)
            return [];
        var rest = state with { Keys = state.Keys & ~Bit(key), Pending = state.Pending & ~Bit(key) };
        // Whether a rotation that was given up has to bake, is not said.
        return Has(state.Pending, key) ? [rest, rest with { Bakes = true }] : [rest];
    }

    private bool Shows(MacSecState state, int channel, MacSecAnswer? answer) => answer switch
    {
        MacSecAnswer.Listed listed =>
            listed.Keys == (state.Keys & KeysOf(channel)) && listed.Active == (state.Active & KeysOf(channel)),
        _ => answer is null,
    };

    // A pending key may have been taken up by now: then the others of its channel are not active any more (MAC-06).
    private IEnumerable<MacSecState> Reachable(MacSecState state)
    {
        yield return state;
        if (state.Pending == 0)
            yield break;
        var key = BitOperations.TrailingZeroCount(state.Pending);
        yield return state with
        {
            Active = (state.Active & ~KeysOf(channelOf[key])) | Bit(key),
            Pending = state.Pending & ~Bit(key),
            Bakes = true,
        };
    }

    private uint KeysOf(int channel)
    {
        var keys = 0U;
        for (var key = 0; key < channelOf.Count; key++)
            keys |= channelOf[key] == channel ? Bit(key) : 0;
        return keys;
    }

    private string Named(int key) => $"key k{key} of {channels[channelOf[key]]}";

    private static uint Bit(int key) => 1U << key;

    private static bool Has(uint keys, int key) => (keys & Bit(key)) != 0;

    private static IEnumerable<int> Numbers(uint keys) =>
        Enumerable.Range(0, MostKeys).Where(key => Has(keys, key));

    private static IEnumerable<MacSecState> Kept(MacSecState state, bool legal) => legal ? [state] : [];
}
