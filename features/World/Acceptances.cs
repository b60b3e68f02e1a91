using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Certification.Waiting;
using Harness.Protocol.Names;
using Harness.Simulator.Journaling;

namespace Harness.Features.World;

/// <summary>
/// Connections whose key the partner has issued and the target's customer brings: the target drives, and the partner
/// answers.
/// </summary>
public sealed class Acceptances(World world)
{
    private const string Create = "CreateConnection";

    /// <summary>The journal's place before the key was brought: what the target calls comes later.</summary>
    public long Began { get; private set; }

    /// <summary>Issues a key at the partner's portal.</summary>
    /// <param name="sizeMbps">Bandwidth in Mbps.</param>
    public async Task<Intent> Issue(int sizeMbps)
    {
        var uuid = world.Data.Uuid();
        var key = new JsonObject
        {
            ["version"] = 1,
            ["destinationEnvironmentUri"] = $"{await WhoseEnvironment()}",
            ["sharedConnectionUuid"] = uuid,
            ["connectionSizeMbps"] = sizeMbps,
            ["destinationAccountId"] = world.Portal.CustomersAccount,
        };
        var intent = new Intent(uuid, sizeMbps, Intent.Encode(key));
        world.PartnerSide.Issues(intent.EncodedKey);
        world.Intents.Add(intent);
        Tidies(intent);
        return intent;
    }

    /// <summary>Sees to it that the connection is deleted in the end, wherever the target places it.</summary>
    public void Tidies(Intent intent)
    {
        foreach (var interconnect in world.Place.Active)
            world.Cleanup.Add($"connection {intent.On(interconnect)}", () => Remove(intent, interconnect));
    }

    /// <summary>Brings a key to the target; false where the portal refuses it at once.</summary>
    public async Task<bool> Bring(Intent intent, string? encodedKey = null)
    {
        Began = world.PartnerSide.Position;
        return await world.Portal.Accept(intent, encodedKey ?? intent.EncodedKey);
    }

    /// <summary>Brings a key that nothing is wrong with; a failed check where the portal refuses it.</summary>
    public async Task Accept(Intent intent) => Check.That(
        $"the portal's answer to a customer who brings a key for {intent.SizeMbps} Mbps that nothing is wrong with",
        await Bring(intent),
        "no refusal",
        "a refusal");

    /// <summary>The target's calls of CreateConnection for an intent since its key was brought.</summary>
    public IReadOnlyList<JournalEntry> Proposals(Intent intent) =>
        [.. world.PartnerSide.Calls(Create, intent.Uuid).Where(call => call.Began > Began)];

    /// <summary>Waits for the target's proposals of the connection, so many of them.</summary>
    public async Task<IReadOnlyList<JournalEntry>> WaitForProposals(Intent intent, int count = 1) =>
        await world.PartnerSide.WaitFor(Create, intent.Uuid, count);

    /// <summary>On which interconnect a call is about a connection.</summary>
    public AgreedInterconnect PlaceOf(JournalEntry call)
    {
        var id = call.Resource?.Ancestor<InterconnectName>()?.Id;
        var found = world.Place.Interconnects.FirstOrDefault(interconnect => interconnect.Name.Id == id);
        Check.That(
            $"the interconnect of the target's {call.Operation?.Id}",
            found is not null,
            "one of the testbed",
            $"{id}");
        return found;
    }

    /// <summary>Waits until the partner has accepted the connection; answers where.</summary>
    public async Task<AgreedInterconnect> Placed(Intent intent)
    {
        var accepted = await world.Settle(
            $"the partner's answers to the target's {Create}",
            () => Task.FromResult(Proposals(intent).FirstOrDefault(call => call.Succeeded)),
            call => call is not null,
            "one accepted");
        var interconnect = PlaceOf(accepted!);
        world.Placed(intent, interconnect);
        return interconnect;
    }

    /// <summary>Waits until the customer is told that the connection could not be made (CON-16).</summary>
    /// <exception cref="SkipException">The portal's hook brings back no failure.</exception>
    public async Task IsTold(Intent intent)
    {
        Skip.Unless(world.Portal.TellsFailures, "the hook getConnection of the target file brings back no failure");
        await GivenUp(
            "the failure that the customer is shown",
            async () => (await world.Portal.Look(intent))?.Failure ?? "none",
            failure => failure is not ("none" or ""),
            "why the connection could not be made");
    }

    /// <summary>Waits until neither provider has the connection on any interconnect.</summary>
    public Task IsNowhere(Intent intent) => GivenUp(
        "where the connection stands that came to nothing",
        () => Standing(intent),
        standing => standing.Count == 0,
        "nowhere");

    /// <summary>Waits until the target has given up, for as long as it may try again.</summary>
    /// <param name="what">What is looked at, in words.</param>
    /// <param name="read">Looks once.</param>
    /// <param name="wanted">Whether it has come about.</param>
    /// <param name="expected">What is wanted, in words.</param>
    public async Task GivenUp<T>(string what, Func<Task<T>> read, Func<T, bool> wanted, string expected)
    {
        using var held = world.Scenario.HoldDeadlines();
        await Wait.UntilAsync(
            what, _ => read(), wanted, expected, world.Negotiating, world.Scenario.CancellationToken);
    }

    /// <summary>On which interconnects of which provider a connection stands, in words.</summary>
    public async Task<IReadOnlyList<string>> Standing(Intent intent)
    {
        var found = new List<string>();
        foreach (var interconnect in world.Place.Active)
        {
            if ((await world.Partner.Get(intent.On(interconnect))).Status != 404)
                found.Add($"{interconnect.Name.Id} of the target");
            if (world.PartnerSide.Has(world.PartnerSide.Own(intent.On(interconnect))))
                found.Add($"{interconnect.Name.Id} of the partner");
        }

        return found;
    }

    // Whose provider segment a key carries the source leaves open: ours are as the target's own.
    private async Task<EnvironmentName> WhoseEnvironment()
    {
        var id = world.Place.Environment.Id;
        if (world.Traits.KeysNameCreator is null && world.Portal.Creates)
        {
            var own = (await world.Customers.Intend(world.Place.Sizes[0])).Key();
            world.Traits.KeysNameCreator = own is not null
                && Json.Text(own, "destinationEnvironmentUri") == $"{world.Parties.Target.Environment(id)}";
        }

        return (world.Traits.KeysNameCreator == true ? world.Parties.Partner : world.Parties.Target).Environment(id);
    }

    private async Task Remove(Intent intent, AgreedInterconnect interconnect)
    {
        var answer = await world.Partner.Delete(intent.On(interconnect));
        world.PartnerSide.Forgets(intent.On(interconnect));
        if (answer.Status is not (200 or 404))
            throw new CleanupException($"DeleteConnection was answered {answer.Status}");
    }
}
