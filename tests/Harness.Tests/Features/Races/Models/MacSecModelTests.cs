using Harness.Features.Races.Models;
using NUnit.Framework;

namespace Harness.Tests.Features.Races.Models;

public sealed class MacSecModelTests
{
    // Keys 0 and 1 are the active ones of two channels; 2 and 3 are proposed for the first, 4 for the second.
    private static readonly MacSecModel Model = new([0, 1, 0, 0, 1], ["ch1", "ch2"], Begin);
    private static readonly MacSecAnswer Done = new MacSecAnswer.Status(200);
    private static readonly MacSecAnswer Conflict = new MacSecAnswer.Status(409);

    private static MacSecState Begin => new(Keys: 0b11, Active: 0b11, Pending: 0, Bakes: false);

    [Test]
    public void One_rotation_is_begun_and_the_others_are_refused()
    {
        var rotating = Model.Apply(Begin, new MacSecInput.Create(2), Done, false).Single();

        Assert.That(Model.Apply(rotating, new MacSecInput.Create(4), Done, false), Is.Empty);
        Assert.That(Model.Apply(rotating, new MacSecInput.Create(3), Done, false), Is.Empty);
        Assert.That(Model.Apply(rotating, new MacSecInput.Create(4), Conflict, false), Is.Not.Empty);
        Assert.That(Model.Apply(Begin, new MacSecInput.Create(4), Conflict, false), Is.Empty);
        Assert.That(Model.Apply(Begin, new MacSecInput.Create(4), Conflict, true), Is.Not.Empty);
    }

    [Test]
    public void A_key_may_be_taken_up_at_any_time_and_the_old_one_is_then_not_active()
    {
        var rotating = Model.Apply(Begin, new MacSecInput.Create(2), Done, false).Single();

        Assert.That(Listed(rotating, keys: 0b101, active: 0b001), Is.Not.Empty, "not yet");
        Assert.That(Listed(rotating, keys: 0b101, active: 0b100), Is.Not.Empty, "by now");
        Assert.That(Listed(rotating, keys: 0b101, active: 0b101), Is.Empty, "two at once (MAC-06)");
        Assert.That(Listed(rotating, keys: 0b001, active: 0b001), Is.Empty, "the accepted key is listed");
    }

    [Test]
    public void What_was_taken_up_does_not_go_back()
    {
        var rotating = Model.Apply(Begin, new MacSecInput.Create(2), Done, false).Single();
        var taken = Listed(rotating, keys: 0b101, active: 0b100).Single();

        Assert.That(Listed(taken, keys: 0b101, active: 0b001), Is.Empty);
        Assert.That(Model.Apply(taken, new MacSecInput.Create(4), Done, false), Is.Empty, "it bakes");
    }

    [Test]
    public void An_active_key_stays_and_an_inactive_one_goes()
    {
        var rotating = Model.Apply(Begin, new MacSecInput.Create(2), Done, false).Single();
        var taken = Listed(rotating, keys: 0b101, active: 0b100).Single();

        Assert.That(Model.Apply(Begin, new MacSecInput.Delete(0), Done, false), Is.Empty);
        Assert.That(Model.Apply(Begin, new MacSecInput.Delete(0), Conflict, false), Is.Not.Empty);
        Assert.That(Model.Apply(taken, new MacSecInput.Delete(0), Done, false).Single().Keys, Is.EqualTo(0b110));
        Assert.That(Model.Apply(taken, new MacSecInput.Delete(0), new MacSecAnswer.Status(404), false), Is.Empty);
    }

    [Test]
    public void A_state_is_told_in_words() => Assert.That(
        Model.Explain(Model.Apply(Begin, new MacSecInput.Create(2), Done, false).Single()),
        Is.EqualTo("key k0 of ch1 (active), key k1 of ch2 (active), key k2 of ch1 (in rotation); no rotation bakes"));

    private static IEnumerable<MacSecState> Listed(MacSecState state, uint keys, uint active) =>
        Model.Apply(state, new MacSecInput.List(0), new MacSecAnswer.Listed(keys, active), false);
}
