using Harness.Lab.Routers.MacSec;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Routers.MacSec;

public sealed class RotationPlanTests
{
    private static readonly WiredChannel Channel =
        LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default)).Channel("ix1", "ch1")!;

    private static readonly SecureAssociation Old = SecureAssociation.Derive(new string('1', 32), "01", 3);
    private static readonly SecureAssociation Next = SecureAssociation.Derive(new string('2', 32), "02", 0);

    private static readonly string[] Nodes = ["aurora-a", "borealis-p"];

    [Test]
    public void Both_ends_receive_the_new_key_before_either_sends_it_and_drop_the_old_one_only_once_it_is_seen()
    {
        var steps = RotationPlan.Rotate(Channel, Old, Next);

        Assert.That(steps.Select(LinesAtFirst), Is.EqualTo(new[]
        {
            $"macsec add c1sec rx port 1 address 02:01:00:01:01:01 sa 0 pn 1 on key {Next.KeyId} (hidden)",
            $"macsec add c1sec tx sa 0 pn 1 on key {Next.KeyId} (hidden)",
            "link set c1sec type macsec encodingsa 0",
            "wait until both ends use association 0",
            "macsec set c1sec tx sa 3 off|macsec del c1sec tx sa 3",
            "macsec set c1sec rx port 1 address 02:01:00:01:01:01 sa 3 off"
                + "|macsec del c1sec rx port 1 address 02:01:00:01:01:01 sa 3",
        }));
        Assert.That(
            steps.OfType<RotationStep.Change>().Select(step => step.Changes.Select(it => it.Node)),
            Is.All.EqualTo(Nodes));
    }

    [Test]
    public void Each_end_receives_from_the_other_ends_address()
    {
        var step = (RotationStep.Change)RotationPlan.Rotate(Channel, Old, Next)[0];

        Assert.That(step.Changes[0].Input, Does.Contain($"address {Channel.Second.Ethernet} "));
        Assert.That(step.Changes[1].Input, Does.Contain($"address {Channel.First.Ethernet} "));
    }

    [Test]
    public void The_first_key_is_received_before_it_is_sent_and_takes_nothing_away()
    {
        var steps = RotationPlan.First(Channel, Next);

        Assert.That(steps, Has.Count.EqualTo(3));
        Assert.That(LinesAtFirst(steps[0]), Does.Contain(" rx "));
        Assert.That(LinesAtFirst(steps[1]), Does.Contain(" tx "));
        Assert.That(steps[2], Is.TypeOf<RotationStep.AwaitUse>());
    }

    [Test]
    public void A_first_key_of_another_number_has_to_be_chosen_for_sending() => Assert.That(
        RotationPlan.First(Channel, Old).Select(LinesAtFirst),
        Has.Some.EqualTo("link set c1sec type macsec encodingsa 3"));

    [Test]
    public void Two_keys_of_one_number_cannot_follow_each_other() => Assert.That(
        () => RotationPlan.Rotate(Channel, Old, Next with { Number = 3 }), Throws.ArgumentException);

    [Test]
    public void The_key_goes_to_the_router_on_standard_input_and_is_shown_to_nobody()
    {
        var changes = RotationPlan.Rotate(Channel, Old, Next).OfType<RotationStep.Change>()
            .SelectMany(step => step.Changes).ToArray();

        Assert.That(changes.Count(change => change.Input.Contains(Next.Sak)), Is.EqualTo(4));
        Assert.That(changes.Select(change => $"{change} {string.Join(' ', change.Command)}"),
            Has.None.Contains(Next.Sak));
    }

    private static string LinesAtFirst(RotationStep step) =>
        step is RotationStep.Change change ? string.Join('|', change.Changes[0].Lines) : step.Title;
}
