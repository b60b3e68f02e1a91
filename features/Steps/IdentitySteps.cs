using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Features.Judging;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>What a caller sees and does of what is another provider's.</summary>
[Binding]
public sealed class IdentitySteps(World.World world, GoodCalls calls)
{
    private RefusalLikeness.Refusal? existing;
    private RefusalLikeness.Refusal? before;
    private RefusalLikeness.Refusal? after;
    private Func<Task<string>>? otherPrefix;
    private string seenBefore = "";

    [When("the stranger lists providers")]
    public async Task TheStrangerListsProviders() =>
        world.Answers.Keep(await world.Callers.NeededStranger().Get("providers"));

    /// <summary>
    /// Credentials may map to further providers, as after an acquisition: then the caller can read what is theirs.
    /// </summary>
    [Then("the providers are the partner's and the target's and no other")]
    public async Task TheProvidersAreTheTwo()
    {
        var listed = Providers();
        Check.Contains("the providers that the partner is listed", $"{world.Parties.Partner}", listed);
        Check.Contains("the providers that the partner is listed", $"{world.Parties.Target}", listed);
        if (world.Parties.Stranger is { } stranger)
            Check.DoesNotContain("the providers that the partner is listed", $"{stranger}", listed);
        foreach (var further in listed.Except([$"{world.Parties.Partner}", $"{world.Parties.Target}"]))
            Check.Equal(
                $"the status of ListEnvironments of {further}, which the partner is listed as a provider of its own",
                200,
                (await world.Partner.List($"{further}/environments")).Status);
    }

    [Then("the providers do not include the partner's")]
    public void ThePartnerIsNotListed()
    {
        Check.Contains("the providers that the stranger is listed", $"{world.Parties.Stranger}", Providers());
        Check.DoesNotContain("the providers that the stranger is listed", $"{world.Parties.Partner}", Providers());
    }

    /// <summary>With a stranger, on resources that it does have; else below a provider that never was.</summary>
    [When("the partner calls {word} below the prefix of another provider")]
    public async Task CalledBelowAnotherPrefix(string operation)
    {
        var call = await calls.Make(operation);
        if (world.Parties.Stranger is { } provider && world.Callers.Stranger is { } stranger)
            call = await Strangers(call.At("provider", provider.Id), stranger);
        else
            call = call.At("provider", world.Data.Id("other"));
        seenBefore = otherPrefix is null ? "" : await otherPrefix();
        world.Answers.Keep(await calls.Send(world.Partner, call));
    }

    [Then("the other provider's resources are as they were")]
    public async Task TheOtherPrefixIsUntouched()
    {
        if (otherPrefix is null)
            world.Scenario.Note("Without a stranger in the target file nobody can look below another prefix.");
        else
            Check.Equal("what the stranger reads below its own prefix", seenBefore, await otherPrefix());
    }

    [When("the stranger reads the connection and one that never was")]
    public async Task TheStrangerReads()
    {
        var stranger = world.Callers.NeededStranger();
        before = await Read(stranger, world.Data.Uuid());
        existing = await Read(stranger, world.The.Uuid);
        after = await Read(stranger, world.Data.Uuid());
    }

    [Then("both are refused alike")]
    public void BothAreRefusedAlike()
    {
        Check.InRange("the status of the stranger's GetConnection", 400, 499, existing!.Response.Status);
        Check.Empty(
            "what the refusal of a connection that exists tells apart from one of a connection that never was",
            RefusalLikeness.Differences(existing, before!, after!));
    }

    /// <summary>The schema names the array by mistake after environments: both names are met.</summary>
    private List<string> Providers() =>
    [
        .. world.Answers.Current.List("providers").Concat(world.Answers.Current.List("environments"))
            .Select(provider => Json.Text(provider, "name") ?? "no name"),
    ];

    /// <summary>The call on the stranger's own environment and interconnect, as far as it has them.</summary>
    private async Task<OperationCall> Strangers(OperationCall call, Caller stranger)
    {
        var provider = $"providers/{call.Ids["provider"]}";
        var environment = await First(stranger, $"{provider}/environments", "environments");
        var interconnect = environment is null
            ? null
            : await First(stranger, $"{environment}/interconnects", "interconnects");
        otherPrefix = () => Look(stranger, $"{provider}/issues/{world.Issue.Id}", interconnect);
        if (environment is not null)
            call = call.At("environment", environment.Split('/')[^1]);
        return interconnect is null ? call : call.At("interconnect", interconnect.Split('/')[^1]);
    }

    private static async Task<string?> First(Caller caller, string path, string field) =>
        (await caller.List(path)).Accepted().List(field) is [var first, ..] ? Json.Text(first, "name") : null;

    private static async Task<string> Look(Caller stranger, string issue, string? interconnect)
    {
        var connections = interconnect is null
            ? []
            : await new PageWalk(stranger, new Listing("connections", $"{interconnect}/connections", "connections"))
                .Keys();
        var found = (await stranger.Get(issue)).Status == 404 ? "no such issue" : "the issue";
        return string.Join(", ", connections.Order(StringComparer.Ordinal).Append(found));
    }

    private async Task<RefusalLikeness.Refusal> Read(Caller stranger, string uuid)
    {
        var answer = await stranger.Get(world.PlaceOf(world.The).Name.Connection(uuid));
        world.Answers.Keep(answer);
        return new RefusalLikeness.Refusal(answer.Response, uuid);
    }
}
