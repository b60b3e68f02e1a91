using System.Text.RegularExpressions;
using Harness.Certification.Catalogue;
using Harness.Certification.Loading;
using Harness.Features.Hosting;
using Harness.Features.Scripts;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Scripts;
using NUnit.Framework;

namespace Harness.Tests.Features.Scripts;

public sealed class ScriptReaderTests
{
    private static readonly ProviderName Target = new("aurora");
    private static readonly RequirementCatalogue Catalogue =
        ((Loaded<RequirementCatalogue>.Ready)FeatureSuite.LoadCatalogue()).Value;

    private static readonly GateBook Gates = new(TimeProvider.System);

    [TestCaseSource(typeof(ScriptLibrary), nameof(ScriptLibrary.Names))]
    public void Every_script_of_the_library_is_right_and_called_as_its_file(string name)
    {
        var (script, faults) = ScriptReader.Read(ScriptLibrary.Find(name)!, name, Target);

        Assert.That(faults, Is.Empty);
        Assert.That(script!.Name, Is.EqualTo(name));
        Assert.That(script.About, Does.EndWith("."));
    }

    [TestCaseSource(typeof(ScriptLibrary), nameof(ScriptLibrary.Names))]
    public void What_a_script_of_the_library_cites_is_in_the_catalogue(string name)
    {
        var about = ScriptReader.Read(ScriptLibrary.Find(name)!, name, Target).Script!.About;
        var cited = Regex.Matches(about, "[A-Z]{3}-[0-9]{2}").Select(match => match.Value).ToList();

        Assert.That(cited.Where(id => Catalogue.Find(id) is null), Is.Empty);
    }

    [TestCase("[act]", typeof(Answer.WellBehaved))]
    [TestCase("[]", typeof(Answer.WellBehaved))]
    [TestCase("[drop]", typeof(Answer.Dropped))]
    [TestCase("[reset]", typeof(Answer.WasReset))]
    [TestCase("[silence]", typeof(Answer.Silent))]
    [TestCase("[{reply: {status: 409}}]", typeof(Answer.Scripted))]
    [TestCase("[{act: 2}]", typeof(Answer.Repeated))]
    [TestCase("[{hold: g}]", typeof(Answer.Held))]
    [TestCase("[{hold: g}, act]", typeof(Answer.Held))]
    [TestCase("[act, {hold: g}]", typeof(Answer.ResponseHeld))]
    [TestCase("[{delay: 1s}]", typeof(Answer.Delayed))]
    [TestCase("[act, {delay: 1s}]", typeof(Answer.ResponseDelayed))]
    [TestCase("[{call: {operation: ListProviders}}]", typeof(Answer.Calling))]
    [TestCase("[act, {call: {operation: ListProviders}}]", typeof(Answer.CallingAfter))]
    [TestCase("[{alter: {set: {a: 1}}}]", typeof(Answer.Altered))]
    [TestCase("[{corrupt: truncated}]", typeof(Answer.Corrupted))]
    [TestCase("[twice]", typeof(Answer.Doubled))]
    [TestCase("[late]", typeof(Answer.TooLate))]
    public void Steps_are_read_as_what_they_do(string does, Type answer) =>
        Assert.That(Rule($"does: {does}").Answer(Gates), Is.InstanceOf(answer));

    [Test]
    public void Steps_are_done_in_their_order()
    {
        var answer = Rule("does: [{hold: one}, {delay: 2s}, {reply: {status: 202, body: {a: [1, x]}}}, {hold: two}]")
            .Answer(Gates);

        Assert.That(
            answer,
            Is.EqualTo(Answer.HoldAt(
                Gates["one"],
                TimeSpan.FromMinutes(1),
                Answer.After(
                    TimeSpan.FromSeconds(2),
                    Answer.HoldResponseAt(
                        Gates["two"],
                        TimeSpan.FromMinutes(1),
                        new Answer.Scripted(202, """{"a":[1,"x"]}""", "application/json"))))));
    }

    [TestCase("every", 1, null)]
    [TestCase("first", 1, 1)]
    [TestCase("3", 3, 3)]
    [TestCase("2-4", 2, 4)]
    [TestCase("5+", 5, null)]
    public void Occasions_are_counted_from_one(string occasion, int first, int? last) =>
        Assert.That(Rule($"occasion: {occasion}").Occasions, Is.EqualTo(new Occasions(first, last)));

    [Test]
    public void A_rule_is_for_an_operation_and_a_resource()
    {
        var rule = Rule("at: environments/env-1/interconnects/ix1");

        Assert.That(rule.Operation, Is.EqualTo(PublishedOperations.NotifyConnectionStatus));
        Assert.That(rule.Resource, Is.EqualTo(Target.Environment("env-1").Interconnect("ix1")));
        Assert.That(Read("on: any", out _)!.Rules[0].Operation, Is.Null);
    }

    [TestCase("on: Notify", "s:4: rules[0].on: expected one of any,")]
    [TestCase("on: GetConection", "did you mean GetConnection?")]
    [TestCase("on: any, occasion: 0", "expected every, first, or numbers from 1")]
    [TestCase("on: any, occasion: 4-2", "expected every, first, or numbers from 1")]
    [TestCase("on: any, occasion: 2-4+", "expected every, first, or numbers from 1")]
    [TestCase("on: any, at: environments", "expected a resource below the provider")]
    [TestCase("on: any, does: [act, drop]", "expected one act, reply, drop, reset or silence in a rule")]
    [TestCase("on: any, does: [fly]", "expected one of act, drop, reset, silence, twice, late")]
    [TestCase("on: any, does: [{fly: 1}]", "found 'fly'")]
    [TestCase("on: any, does: [{corrupt: truncat}]", "did you mean truncated?")]
    [TestCase("on: any, does: [{delay: soon}]", "a duration such as")]
    [TestCase("on: any, does: [{reply: {status: 99}}]", "a whole number from 200 to 599")]
    [TestCase("on: any, does: [{call: {operation: GetConnection}}]", "a value for {connection}")]
    [TestCase("on: any, does: [{call: {operation: GetIssue, ids: {issue: '{isue}'}}}]", "a value for {isue}")]
    [TestCase("on: GetIssue, then: [{operation: GetIssue, query: {a: '{feature}'}}]", "a value for {feature}")]
    [TestCase("on: GetIssue, then: [{operation: GetIssue, body: {a: ['{x}']}}]", "a value for {x}")]
    [TestCase("on: any, when: never", "found 'when'")]
    public void What_is_wrong_is_said_with_its_line(string rule, string words)
    {
        Assert.That(Read(rule, out var faults), Is.Null);
        Assert.That(faults, Has.Some.Contains(words).And.Some.StartsWith("s:4:"));
    }

    [Test]
    public void A_script_has_a_name_and_says_what_it_does()
    {
        var (script, faults) = ScriptReader.Read("rules: []", "s", Target);

        Assert.That(script, Is.Null);
        Assert.That(faults.Select(fault => $"{fault}"), Has.Some.Contains("script: expected the script's name"));
        Assert.That(faults.Select(fault => $"{fault}"), Has.Some.Contains("about: expected what the script does"));
    }

    [Test]
    public void Parameters_may_be_asked_for_in_calls()
    {
        const string Yaml = """
            script: s
            about: Asks.
            parameters: {issue: null, word: w}
            start: [{operation: CloseIssue, body: {text: "{word}"}}]
            """;

        var (script, faults) = ScriptReader.Read(Yaml, "s", Target);

        Assert.That(faults, Is.Empty);
        var parameters = new Dictionary<string, string?> { ["issue"] = null, ["word"] = "w" };
        Assert.That(script!.Parameters, Is.EqualTo(parameters));
        Assert.That(script.CallsTarget);
    }

    private static ScriptRule Rule(string rest)
    {
        var script = Read($"on: NotifyConnectionStatus, {rest}", out var faults);
        Assert.That(faults, Is.Empty);
        return script!.Rules[0];
    }

    private static Script? Read(string rule, out IReadOnlyList<string> faults)
    {
        var yaml = $"script: s\nabout: Tests.\nrules:\n  - {{{rule}}}\n";
        var (script, found) = ScriptReader.Read(yaml, "s", Target);
        faults = [.. found.Select(fault => $"{fault}")];
        return script;
    }
}
