using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;

namespace Harness.Features.World;

/// <summary>
/// Makes a call of any published operation with which nothing is wrong, out of what the scenario has set up:
/// "the connection" with its first feature, and the latest intent for a connection to come. What is wrong with a
/// request is then only what the scenario makes wrong.
/// </summary>
public sealed class GoodCalls(World world)
{
    private AgreedInterconnect A => World.Needed(world.Place.A, "active interconnect");

    /// <summary>A call that a well behaved partner could make now.</summary>
    /// <param name="operationId">Id of the operation.</param>
    /// <exception cref="SkipException">The testbed lacks what the call needs.</exception>
    public async Task<OperationCall> Make(string operationId)
    {
        var operation = PublishedOperations.All.FirstOrDefault(published => published.Id == operationId)
            ?? throw new ArgumentException($"the contract has no operation {operationId}", nameof(operationId));
        var ids = OperationCall.ParametersOf(operation).ToDictionary(name => name, name => IdOf(operation, name));
        return operationId switch
        {
            "CreateConnection" => Creation(operation, ids, ("connectionId", Waiting.Uuid), Waiting.Body()),
            "CreateFeature" => await Proposal(operation, ids),
            "CreateMacSecKey" => Creation(operation, ids, ("macSecKeyId", world.Data.Id("key")), Key()),
            "CreateIssue" => Creation(operation, ids, ("issueId", world.Issue.Id), Issue()),
            _ => new OperationCall(operation, ids, null, BodyOf(operationId)),
        };
    }

    /// <summary>Makes a call; what it creates against expectation is undone after the scenario.</summary>
    public async Task<Answer> Send(Caller caller, OperationCall call, Func<OperationCall, Task<Answer>>? send = null)
    {
        var answer = await (send is null ? call.By(caller) : send(call));
        if (answer.Status == 200 && call.NewId is { Id.Length: > 0 } created)
            world.Cleanup.Add($"{call.Resource}/{created.Id}", () => Undo(caller, $"{call.Resource}/{created.Id}"));
        return answer;
    }

    /// <summary>The channel whose keys negative scenarios ask for, and that <see cref="Snapshots"/> watches.</summary>
    public ChannelName KeyChannel()
    {
        var managed = (world.Place.Keys is { Channels: [var first, ..] } ? first : null)
            ?? A.Channels.FirstOrDefault(channel => channel.MacsecManager == $"{world.Parties.Partner}");
        return World.Needed(managed, "channel whose keys the partner manages").Name;
    }

    private Intent Waiting => world.Intents is [.., var latest]
        ? latest
        : throw new InvalidOperationException("the scenario has no intent for another connection yet");

    private static OperationCall Creation(
        Operation operation,
        IReadOnlyDictionary<string, string> ids,
        (string Parameter, string Id) newId,
        JsonObject body) => new(operation, ids, newId, body);

    private string IdOf(Operation operation, string parameter)
    {
        var keyed = operation.Template.Contains("macSecKeys", StringComparison.Ordinal);
        return parameter switch
        {
            "provider" => world.Parties.Partner.Id,
            "environment" => world.Place.Environment.Id,
            "interconnect" => (keyed ? KeyChannel().Interconnect : A.Name).Id,
            "channel" => (keyed ? KeyChannel() : A.Channels[0].Name).Id,
            "connection" => world.The.Uuid,
            "feature" => FirstFeature().Name.Id,
            "issue" => world.Issue.Id,
            _ => world.Data.Id("key"),
        };
    }

    private JsonObject? BodyOf(string operationId) => operationId switch
    {
        "ConfirmActivationKey" => new JsonObject { ["encodedKey"] = Waiting.EncodedKey },
        "UpdateConnection" => new JsonObject { ["bandwidthMbps"] = OtherSize() },
        "AddComment" => new JsonObject { ["comment"] = new JsonObject { ["body"] = world.Data.Text() } },
        "RequestMacSecKeyRotation" => new JsonObject { ["reason"] = world.Data.Line() },
        "GenerateFeatureGuidance" or "NotifyConnectionStatus" or "NotifyMaintenance" or "CloseIssue" => [],
        _ => null,
    };

    private int OtherSize() =>
        world.Place.Sizes.FirstOrDefault(size => size != world.The.SizeMbps, world.The.SizeMbps);

    private ProposedFeature FirstFeature() => world.FeaturesOf(world.NameOf(world.The)) is [var first, ..]
        ? first
        : throw new InvalidOperationException("the scenario has proposed no feature yet");

    private JsonObject Key() => new() { ["cak"] = world.Data.Hex(32), ["ckn"] = world.Data.Hex(16) };

    private JsonObject Issue() => new() { ["title"] = world.Data.Line(), ["body"] = world.Data.Text() };

    /// <summary>On a channel without a feature of the connection: a second one is a conflict (FEA-08).</summary>
    private async Task<OperationCall> Proposal(Operation operation, IReadOnlyDictionary<string, string> ids)
    {
        var connection = world.NameOf(world.The);
        var used = world.FeaturesOf(connection).Select(feature => feature.Channel).ToHashSet();
        var maker = (await world.Proposals.Guidance(connection)).FirstOrDefault(maker => !used.Contains(maker.Channel));
        Check.Present("guidance for a channel without a feature of the connection", maker);
        var feature = await world.Proposals.Prepare(connection, maker);
        return Creation(operation, ids, ("featureId", feature.Name.Id), world.Proposals.AsSent(feature));
    }

    /// <summary>Features go with their connection; issues cannot be deleted, they are closed.</summary>
    private static async Task Undo(Caller caller, string name)
    {
        var answer = name.Contains("/issues/", StringComparison.Ordinal)
            ? await caller.Post($"{name}/Close", new JsonObject())
            : await caller.Send(HttpMethod.Delete, name, null);
        if (answer.Status is not (200 or 404))
            throw new CleanupException($"its removal was answered {answer.Status}");
    }
}
