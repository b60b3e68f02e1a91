using Harness.Certification.Bindings;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>That a refused request has changed nothing.</summary>
[Binding]
public sealed class StateSteps(World.World world)
{
    [Given("the state of the environment is noted")]
    public Task TheStateIsNoted() => world.Snapshots.NoteEnvironment();

    [Then("the state of the environment is as noted")]
    public Task TheStateIsAsNoted() => world.Snapshots.CheckEnvironment();

    [Given("the state of {interconnect} is noted")]
    public Task TheStateOfAnInterconnectIsNoted(AgreedInterconnect interconnect) =>
        world.Snapshots.NoteInterconnect(interconnect);

    [Then("the state of {interconnect} is as noted")]
    public Task TheStateOfAnInterconnectIsAsNoted(AgreedInterconnect interconnect) =>
        world.Snapshots.CheckInterconnect(interconnect);
}
