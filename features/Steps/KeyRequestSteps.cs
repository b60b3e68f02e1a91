using Harness.Certification.Bindings;
using Harness.Features.Races;
using Harness.Features.Races.Models;
using Harness.Features.Races.Subjects;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>CreateMacSecKey and DeleteMacSecKey.</summary>
[Binding]
public sealed class KeyRequestSteps(
    World.World world,
    ChannelKeys listed,
    MacSecKeys keys,
    TargetsKeys targets,
    RaceBook races)
{
    [When("the partner creates a key on {keyChannel}")]
    public Task AKeyIsCreated(ChannelName channel) => Create(keys.NewKey(channel));

    [When("the partner creates a key on {keyChannel} that claims to be active since last year")]
    public Task AKeyIsCreatedThatClaims(ChannelName channel)
    {
        var key = keys.NewKey(channel);
        key.Body["startTime"] = $"{world.Clock.Latest.AddYears(-1).ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}";
        key.Body["active"] = true;
        return Create(key);
    }

    [When("the partner creates a key on {keyChannel} with {keyShape}")]
    public Task AShapedKeyIsCreated(ChannelName channel, KeyShape shape)
    {
        var key = keys.NewKey(channel);
        shape.Apply(key.Body, world.Data, [.. listed.Seen(key.Channel).Select(old => old.Ckn).OfType<string>()]);
        return Create(key);
    }

    [When("the partner creates a key on that channel")]
    public Task AKeyIsCreatedForTheTarget() => Create(keys.NewKey(targets.Channel));

    [When("the partner creates a key on every channel at one time")]
    public async Task KeysAreCreatedTogether()
    {
        var proposals = keys.Chosen.Channels.Select(keys.NewKey).ToList();
        var race = races.Keep(await MacSecRaces.OfAsync(world, listed, keys.Chosen, proposals));
        var standing = keys.Chosen.Channels.Sum(channel => listed.Seen(channel).Count);
        world.Answers.Keep(await race.TogetherAsync(
            proposals.Index().Select(it => new MacSecInput.Create(standing + it.Index))));
        await race.QuietAsync(keys.Chosen.Channels.Index().Select(it => new MacSecInput.List(it.Index)));
    }

    [When("the partner deletes the active key")]
    public async Task TheActiveKeyIsDeleted() => world.Answers.Keep(await listed.Delete(keys.ActiveOnFirst));

    [When("the partner deletes the old key")]
    public async Task TheOldKeyIsDeleted() => world.Answers.Keep(await listed.Delete(keys.Latest.Old!));

    [When("the partner deletes a key of that channel")]
    public async Task AKeyOfTheTargetsIsDeleted() => world.Answers.Keep(await listed.Delete(targets.Key));

    [StepArgumentTransformation(KeyShape.Words, Name = "keyShape")]
    public static KeyShape Shape(string words) => KeyShape.Parse(words);

    private async Task Create(ProposedKey key) => world.Answers.Keep(await keys.Propose(key));
}
