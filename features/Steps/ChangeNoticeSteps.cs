using System.Text.Json.Nodes;
using Harness.Certification.Bindings;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>What the target notifies of while a change of bandwidth is on its way to its network (PRO-06).</summary>
[Binding]
public sealed class ChangeNoticeSteps(World.World world)
{
    private const string Notify = "NotifyConnectionStatus";
    private readonly List<Change> changes = [];

    private ConnectionName The => world.NameOf(world.The);

    private int Notified => world.PartnerSide.Calls(Notify, world.The.Uuid).Count;

    /// <summary>
    /// Reads begin before the update is answered: a network may take milliseconds only, and what is not seen to be
    /// PENDING need not be notified twice.
    /// </summary>
    [When("the partner updates the connection {int} times and watches its features")]
    public async Task TheConnectionIsUpdatedAndWatched(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var before = Notified;
            var update = world.Partner.UpdateConnection(
                The, new JsonObject { ["bandwidthMbps"] = world.Place.Sizes[(i + 1) % 2] });
            var seen = await IsPending();
            while (!update.IsCompleted)
                seen |= await IsPending();
            (await update).Accepted();
            seen |= await IsPending();
            await world.Settle("the features after an update", IsPending, pending => !pending, "all FINAL");
            changes.Add(new Change(before, seen));
        }
    }

    [Then("every update that was seen to take a feature to PENDING was notified twice")]
    public async Task EveryReturnIsNotifiedTwice()
    {
        // What was not seen to return is notified of at its completion all the same (UPD-08).
        var expected = changes[0].Before + changes.Sum(change => change.Seen ? 2 : 1);
        await world.PartnerSide.WaitFor(Notify, world.The.Uuid, expected);
    }

    private async Task<bool> IsPending() => (await world.Partner.List($"{The}/features")).Accepted().List("features")
        .Any(feature => States.Provisioning(feature) != States.Final);

    /// <param name="Before">Notifications before the update.</param>
    /// <param name="Seen">Whether a feature was seen to be PENDING.</param>
    private sealed record Change(int Before, bool Seen);
}
