using Harness.Features.Races.Models;
using NUnit.Framework;

namespace Harness.Tests.Features.Races.Models;

public sealed class FeatureModelTests
{
    // 0 and 1 want the same VLAN of one channel; 2 stands beside both.
    private static readonly FeatureModel Model = new(
    [
        new Claim(0, "ch1", 0b010, "VLAN 1100 for c0"),
        new Claim(1, "ch1", 0b001, "VLAN 1100 for c1"),
        new Claim(1, "ch2", 0, "VLAN 1100 on ch2 for c1"),
    ]);

    [Test]
    public void What_is_taken_is_refused_with_409_and_anything_else_accepted()
    {
        var first = After((new FeatureInput.Propose(0), 200));

        Assert.That(Legal(first, new FeatureInput.Propose(1), 200), Is.False);
        Assert.That(Legal(first, new FeatureInput.Propose(1), 409), Is.True);
        Assert.That(Legal(first, new FeatureInput.Propose(2), 200), Is.True);
        Assert.That(Legal(first, new FeatureInput.Propose(2), 409), Is.False);
        Assert.That(Legal(first, new FeatureInput.Propose(2), 409, contended: true), Is.True);
        Assert.That(Legal(first, new FeatureInput.Propose(0), 200), Is.False, "its id is in use");
    }

    [Test]
    public void A_deleted_feature_frees_what_it_held()
    {
        var freed = After((new FeatureInput.Propose(0), 200), (new FeatureInput.Delete(0), 200));

        Assert.That(Legal(freed, new FeatureInput.Propose(1), 200), Is.True);
        Assert.That(Legal(freed, new FeatureInput.Read(0), 404), Is.True);
        Assert.That(Legal(freed, new FeatureInput.Read(0), 200), Is.False);
        Assert.That(Legal(freed, new FeatureInput.Delete(0), 404), Is.True);
    }

    [Test]
    public void A_feature_that_is_there_is_deleted_when_asked() => Assert.That(
        Legal(After((new FeatureInput.Propose(0), 200)), new FeatureInput.Delete(0), 404),
        Is.False);

    [Test]
    public void A_deleted_connection_takes_its_features_along_and_takes_no_more()
    {
        var gone = After((new FeatureInput.Propose(1), 200), (new FeatureInput.DeleteConnection(1), 200));

        Assert.That(Legal(gone, new FeatureInput.Read(1), 404), Is.True);
        Assert.That(Legal(gone, new FeatureInput.Propose(2), 200), Is.False);
        Assert.That(Legal(gone, new FeatureInput.Propose(2), 404), Is.True);
        Assert.That(Legal(gone, new FeatureInput.Propose(0), 200), Is.True, "its VLAN is free");
        Assert.That(Legal(gone, new FeatureInput.ReadConnection(1), 404), Is.True);
        Assert.That(Legal(gone, new FeatureInput.ReadConnection(0), 404), Is.False);
    }

    [Test]
    public void Rivals_share_a_channel_or_a_connection()
    {
        Assert.That(Model.Rivals(new FeatureInput.Propose(0), new FeatureInput.Propose(1)), Is.True);
        Assert.That(Model.Rivals(new FeatureInput.Propose(0), new FeatureInput.Propose(2)), Is.False);
        Assert.That(Model.Rivals(new FeatureInput.Propose(2), new FeatureInput.DeleteConnection(1)), Is.True);
        Assert.That(Model.Rivals(new FeatureInput.Propose(0), new FeatureInput.Read(1)), Is.False);
    }

    [Test]
    public void A_state_is_told_in_words() => Assert.That(
        Model.Explain(After((new FeatureInput.Propose(0), 200), (new FeatureInput.DeleteConnection(1), 200))),
        Is.EqualTo("accepted: VLAN 1100 for c0; deleted: connection c1"));

    private static bool Legal(FeatureState state, FeatureInput input, int status, bool contended = false) =>
        Model.Apply(state, input, new StatusAnswer(status), contended).Any();

    private static FeatureState After(params (FeatureInput Input, int Status)[] steps) => steps.Aggregate(
        default(FeatureState),
        (state, step) => Model.Apply(state, step.Input, new StatusAnswer(step.Status), false).Single());
}
