using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Features.Judging;
using Harness.Features.World;
using Harness.Protocol.Client;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>Secrets that must not come back (SEC-05). None of them is ever named in a finding.</summary>
[Binding]
public sealed class SecretSteps(World.World world)
{
    private string? password;
    private string? cak;

    [When("the partner creates the connection on {interconnect} with a body that breaks off after the key")]
    public async Task TheBodyBreaksOff(AgreedInterconnect interconnect)
    {
        world.Placed(world.The, interconnect);
        var name = world.Connections.Expect(world.The, interconnect);
        var whole = world.The.Body().ToJsonString();
        world.Answers.Keep(await world.Partner.Send(
            HttpMethod.Post,
            $"{name.Interconnect}/connections?connectionId={Uri.EscapeDataString(name.Id)}",
            RequestBody.Text($"{whole[..^1]},")));
    }

    [When("the partner proposes a feature with a BGP password and no VLAN")]
    public async Task APasswordIsProposedWithoutAVlan() => await ProposePassword(with: l3 => l3.Remove("vlanId"));

    [When("the partner proposes a feature with a BGP password")]
    public async Task APasswordIsProposed() => await ProposePassword(with: _ => { });

    [When("the partner creates a key with a CAK on a channel that the target manages")]
    public async Task AKeyIsCreatedOnTheTargetsChannel()
    {
        cak = Learned(world.Data.Hex(32));
        var key = TargetsChannel().MacSecKey(world.Data.Id("key"));
        var body = new JsonObject { ["cak"] = cak, ["ckn"] = world.Data.Hex(16) };
        if (world.Answers.Keep(await world.Partner.CreateMacSecKey(key, body)).Status == 200)
            world.Cleanup.Add($"{key}", () => world.Partner.Delete(key));
    }

    [Then("the answer does not contain the key")]
    public void TheAnswerDoesNotContainTheKey() => CheckAnswer("the activation key", world.The.EncodedKey);

    [Then("the answer does not contain the password")]
    public void TheAnswerDoesNotContainThePassword() => CheckAnswer("the BGP password", password);

    [Then("the answer does not contain the CAK")]
    public void TheAnswerDoesNotContainTheCak() => CheckAnswer("the CAK", cak);

    [Then("the target's log contains neither the key nor the password")]
    public async Task TheLogContainsNeither()
    {
        var log = await world.Portal.ReadLogs();
        if (string.IsNullOrWhiteSpace(log))
            throw new InconclusiveException("the target's log as the hook readLogs gives it is empty");
        CheckText("the target's log", log, "the activation key", world.The.EncodedKey);
        CheckText("the target's log", log, "the BGP password", password);
    }

    private void CheckAnswer(string what, string? secret)
    {
        var answer = world.Answers.Current;
        var headers = answer.Response.Headers.Select(header => $"{header.Key}: {header.Value}");
        CheckText($"the answer to {answer.Request}", string.Join('\n', headers), what, secret);
        CheckText($"the answer to {answer.Request}", answer.Response.Text, what, secret);
    }

    private static void CheckText(string where, string text, string what, string? secret) => Check.That(
        where,
        !SecretSearch.Holds(text, secret ?? throw new InvalidOperationException($"the scenario has not sent {what}")),
        $"nothing of {what}",
        $"{what}, whole");

    private async Task ProposePassword(Action<JsonObject> with)
    {
        var connection = world.NameOf(world.The);
        var makers = await world.Proposals.Guidance(connection);
        Check.That("the channels that guidance is given for", makers.Count > 0, "one at least", "none");
        var feature = await world.Proposals.Prepare(connection, makers[0]);
        password ??= Learned(world.Data.Password());
        feature.L3["md5BgpPassword"] = password;
        with(feature.L3);
        world.Answers.Keep(await world.Proposals.Send(feature));
    }

    private string Learned(string secret)
    {
        world.Scenario.Evidence.Redactor.Learn(secret);
        return secret;
    }

    private ChannelName TargetsChannel()
    {
        var channel = world.Place.Interconnects
            .SelectMany(interconnect => interconnect.Channels)
            .FirstOrDefault(channel => channel.MacsecManager == $"{world.Parties.Target}");
        return World.World.Needed(channel, "channel whose keys the target manages").Name;
    }
}
