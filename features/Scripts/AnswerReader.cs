using Harness.Features.Target.Loading;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Calling;
using YamlDotNet.RepresentationModel;

namespace Harness.Features.Scripts;

/// <summary>
/// Reads what a rule does: steps, in their order. <c>act</c> is what a well-behaved partner does; what stands before
/// it is done to the request, what stands behind it to the response. Without any act it comes last.
/// </summary>
/// <param name="known">Names that placeholders may have.</param>
internal sealed class AnswerReader(IReadOnlyList<string> known)
{
    private static readonly TimeSpan _hold = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(5);
    private static readonly string[] _words = ["act", "drop", "reset", "silence", "twice", "late"];
    private static readonly string[] _corruptions =
        [.. Enum.GetNames<Corruption>().Select(name => name.ToLowerInvariant())];

    private readonly List<Func<GateBook, Answer, Answer>> before = [];
    private readonly List<Func<GateBook, Answer, Answer>> after = [];
    private Answer? act;
    private bool callsTarget;

    /// <summary>Reads a rule's <c>does</c> and <c>then</c>.</summary>
    public (Func<GateBook, Answer> Make, bool CallsTarget) Read(YamlMap rule)
    {
        rule.List<YamlNode>("does", (node, path) =>
        {
            Step(rule.Faults, node, path);
            return null;
        });
        var then = rule.List("then", (node, path) => rule.Faults.Map(node, path, Call));
        callsTarget |= then.Count > 0;
        return (gates => Made(gates, then), callsTarget);
    }

    private Answer Made(GateBook gates, IReadOnlyList<TargetCall> then)
    {
        var answer = after.Aggregate(act ?? Answer.Default, (inner, step) => step(gates, inner));
        answer = Enumerable.Reverse(before).Aggregate(answer, (inner, step) => step(gates, inner));
        return then.Count == 0 ? answer : new Answer.Followed(answer, then);
    }

    private void Step(YamlFaults faults, YamlNode node, string path)
    {
        if (node is YamlMappingNode)
            faults.Map(node, path, Step);
        else if (faults.Word(node, path, _words) is { } word)
            Word(faults, node, path, word);
    }

    private void Word(YamlFaults faults, YamlNode node, string path, string word)
    {
        switch (word)
        {
            case "twice":
                Behind(first => new Answer.Doubled(first));
                break;
            case "late":
                Behind(first => new Answer.TooLate(first, _silence));
                break;
            default:
                Act(faults, node, path, word switch
                {
                    "drop" => Answer.Drop,
                    "reset" => Answer.Reset,
                    "silence" => new Answer.Silent(_silence),
                    _ => Answer.Default,
                });
                break;
        }
    }

    private object? Step(YamlMap map)
    {
        if (map.Find("act") is { } node)
            Act(map.Faults, node, map.PathOf("act"), new Answer.Repeated(
                Answer.Default, (int)(map.Faults.Number(node, map.PathOf("act"), 1, 100) ?? 1)));
        if (map.Find("reply") is { } reply)
            Act(map.Faults, reply, map.PathOf("reply"), map.Faults.Map(reply, map.PathOf("reply"), Reply));
        if (map.Find("hold") is not null)
            Hold(map);
        if (Durations.Read(map, "delay", null) is { } delay)
            Around(
                (_, then) => new Answer.Delayed(delay, then),
                (_, first) => new Answer.ResponseDelayed(first, delay));
        if (map.Find("call") is { } call && map.Faults.Map(call, map.PathOf("call"), Call) is { } made)
            Around(
                (_, then) => new Answer.Calling([made], then),
                (_, first) => new Answer.CallingAfter(first, [made]));
        if (map.Map("alter", Alteration) is { } alteration)
            Behind(first => new Answer.Altered(first, alteration));
        if (map.Find("corrupt") is not null)
            Corrupt(Enum.Parse<Corruption>(map.Word("corrupt", _corruptions), ignoreCase: true));
        return null;
    }

    private void Hold(YamlMap map)
    {
        var gate = map.Text("hold", "a gate's name");
        var deadline = Durations.Read(map, "deadline", _hold);
        Around(
            (gates, then) => Answer.HoldAt(gates[gate], deadline, then),
            (gates, first) => Answer.HoldResponseAt(gates[gate], deadline, first));
    }

    private void Corrupt(Corruption how) => Behind(first => new Answer.Corrupted(first, how));

    private TargetCall Call(YamlMap map)
    {
        callsTarget = true;
        return CallReader.Read(map, known);
    }

    private static Answer.Scripted Reply(YamlMap map) => new(
        (int)map.Number("status", 200, 599, absent: 200),
        map.Find("text") is not null
            ? map.Text("text")
            : map.Find("body") is { } body ? YamlJson.Of(body)?.ToJsonString() : null,
        map.OptionalText("contentType") ?? "application/json");

    private static Alteration Alteration(YamlMap map)
    {
        var set = map.Map("set", inner => inner.Keys.ToList().ConvertAll(path =>
            new Alteration.Change(path, inner.Find(path) is { } value ? YamlJson.Of(value) : null)));
        var removed = map.List(
            "remove", (node, path) => map.Faults.Text(node, path, "a path such as features[*].state"));
        return new Alteration([.. set ?? [], .. removed.Select(path => new Alteration.Change(path, null, true))]);
    }

    private void Act(YamlFaults faults, YamlNode node, string path, Answer? answer)
    {
        if (act is not null)
            faults.Add(node, path, "one act, reply, drop, reset or silence in a rule", "a second one");
        act ??= answer;
    }

    // Whatever bends a response needs one: without an act of its own the rule acts here.
    private void Behind(Func<Answer, Answer> step)
    {
        act ??= Answer.Default;
        after.Add((_, first) => step(first));
    }

    private void Around(Func<GateBook, Answer, Answer> request, Func<GateBook, Answer, Answer> response)
    {
        if (act is null)
            before.Add(request);
        else
            after.Add(response);
    }
}
