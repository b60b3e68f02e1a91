using Harness.Features.Races.Models;
using NUnit.Framework;

namespace Harness.Tests.Features.Races.Models;

public sealed class KeyUseModelTests
{
    private static readonly KeyUseModel Model = new();
    private static readonly KeyUseAnswer Valid = new(200, true);
    private static readonly KeyUseAnswer NotValid = new(200, false);
    private static readonly KeyUseAnswer Conflict = new(409, false);

    [TestCase(KeyUseState.Issued, true, false)]
    [TestCase(KeyUseState.Confirmed, true, true)]
    [TestCase(KeyUseState.Used, false, true)]
    [TestCase(KeyUseState.Dead, false, true)]
    public void A_key_is_valid_until_it_is_used(KeyUseState state, bool valid, bool notValid)
    {
        Assert.That(Legal(state, KeyRequest.Confirm, Valid), Is.EqualTo(valid));
        Assert.That(Legal(state, KeyRequest.Confirm, NotValid), Is.EqualTo(notValid));
    }

    [TestCase(KeyUseState.Issued, false, true)]
    [TestCase(KeyUseState.Confirmed, true, false)]
    [TestCase(KeyUseState.Used, false, true)]
    [TestCase(KeyUseState.Dead, false, true)]
    public void One_connection_is_created_with_a_confirmed_key(KeyUseState state, bool accepted, bool refused)
    {
        Assert.That(Legal(state, KeyRequest.Create, NotValid), Is.EqualTo(accepted));
        Assert.That(Legal(state, KeyRequest.Create, Conflict), Is.EqualTo(refused));
    }

    [Test]
    public void A_rival_permits_a_409() => Assert.That(
        Model.Apply(new(KeyUseState.Confirmed), new(0, KeyRequest.Create), Conflict, contended: true),
        Is.EqualTo(new[] { new KeyUse(KeyUseState.Confirmed) }));

    [Test]
    public void A_deleted_connection_leaves_a_dead_key() => Assert.That(
        Model.Apply(new(KeyUseState.Used), new(0, KeyRequest.Delete), NotValid, contended: false),
        Is.EqualTo(new[] { new KeyUse(KeyUseState.Dead) }));

    [TestCase(KeyUseState.Used, 200, true)]
    [TestCase(KeyUseState.Used, 404, false)]
    [TestCase(KeyUseState.Confirmed, 404, true)]
    [TestCase(KeyUseState.Dead, 200, false)]
    public void The_connection_can_be_read_while_it_stands(KeyUseState state, int status, bool legal) => Assert.That(
        Legal(state, KeyRequest.Read, new KeyUseAnswer(status, false)),
        Is.EqualTo(legal));

    private static bool Legal(KeyUseState state, KeyRequest request, KeyUseAnswer answer) =>
        Model.Apply(new(state), new(0, request), answer, contended: false).Any();
}
