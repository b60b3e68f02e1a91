using Harness.Features.Races.Models;
using NUnit.Framework;

namespace Harness.Tests.Features.Races.Models;

public sealed class ConnectionModelTests
{
    private static readonly ConnectionModel Model = new([10, 10], [5, 10], default);
    private static readonly ConnectionAnswer Conflict = new ConnectionAnswer.Refused(409);
    private static readonly ConnectionAnswer Missing = new ConnectionAnswer.Refused(404);
    private static readonly ConnectionAnswer Forbidden = new ConnectionAnswer.Refused(403);
    private static readonly ConnectionAnswer Deleted = new ConnectionAnswer.Done(null);

    [Test]
    public void What_fits_is_created_and_what_does_not_is_refused_with_409()
    {
        var two = After((Create(0, 5), Mbps(5)), (Create(1, 5), Mbps(5)));

        Assert.That(Legal(two, Create(2, 5), Mbps(5)), Is.False, "a third does not fit");
        Assert.That(Legal(two, Create(2, 5), Conflict), Is.True);
        Assert.That(Legal(two, Create(2, 5), Forbidden), Is.False, "it is 409 that the source names");
        Assert.That(Legal(default, Create(2, 5), Conflict), Is.False, "the first fits");
        Assert.That(Legal(default, Create(2, 5), Mbps(10)), Is.False, "the answer names another bandwidth");
    }

    [Test]
    public void A_refusal_that_nothing_explains_is_legal_with_409_while_a_rival_is_under_way()
    {
        Assert.That(Legal(default, Create(0, 5), Conflict, contended: true), Is.True);
        Assert.That(Legal(default, Create(0, 5), Forbidden, contended: true), Is.False);
        Assert.That(Legal(default, Create(0, 5), Conflict, contended: false), Is.False);
    }

    [Test]
    public void One_id_stands_once_on_an_interconnect_and_may_stand_on_two()
    {
        var one = After((Create(0, 5), Mbps(5)));

        Assert.That(Legal(one, Create(0, 5), Mbps(5)), Is.False);
        Assert.That(Legal(one, Create(0, 5), Conflict), Is.True);
        Assert.That(Legal(one, Create(0, 5, to: 1), Mbps(5)), Is.True, "a migration");
        Assert.That(Legal(one, Create(0, 5, to: 1), Forbidden), Is.False, "its key counts");
    }

    [Test]
    public void A_deleted_connection_is_gone_frees_its_room_and_kills_its_key()
    {
        var gone = After((Create(0, 10), Mbps(10)), (new ConnectionInput.Delete(0, 0), Deleted));

        Assert.That(Legal(gone, new ConnectionInput.Read(0, 0), Missing), Is.True);
        Assert.That(Legal(gone, new ConnectionInput.Read(0, 0), Mbps(10)), Is.False);
        Assert.That(Legal(gone, Create(1, 10), Mbps(10)), Is.True);
        Assert.That(Legal(gone, Create(0, 10), Mbps(10)), Is.False);
        Assert.That(Legal(gone, Create(0, 10), Forbidden), Is.True);
    }

    [Test]
    public void A_delete_is_never_declined_and_may_be_repeated()
    {
        var one = After((Create(0, 5), Mbps(5)));
        var delete = new ConnectionInput.Delete(0, 0);

        Assert.That(Legal(one, delete, Conflict, contended: true), Is.False);
        Assert.That(Legal(one, delete, Missing), Is.False);
        Assert.That(Legal(default, delete, Missing), Is.True);
        Assert.That(Legal(default, delete, Deleted), Is.True);
    }

    [Test]
    public void The_old_connection_of_a_migration_goes_alone()
    {
        var moved = After(
            (Create(0, 5), Mbps(5)),
            (Create(0, 5, to: 1), Mbps(5)),
            (new ConnectionInput.Delete(0, 0), Deleted));

        Assert.That(Legal(moved, new ConnectionInput.Read(0, 1), Mbps(5)), Is.True);
        Assert.That(Legal(moved, new ConnectionInput.Read(0, 0), Missing), Is.True);
        Assert.That(Legal(moved, Create(0, 5), Mbps(5)), Is.True, "back again, if the key still counts");
        Assert.That(Legal(moved, Create(0, 5), Forbidden), Is.True, "or not, which is not said");
    }

    [Test]
    public void An_update_changes_the_room_by_the_difference()
    {
        var full = After((Create(0, 5), Mbps(5)), (Update(0, 10), Mbps(10)));

        Assert.That(Legal(full, Create(1, 5), Mbps(5)), Is.False);
        Assert.That(Legal(After((Create(0, 5), Mbps(5)), (Create(1, 5), Mbps(5))), Update(0, 10), Mbps(10)), Is.False);
        Assert.That(Legal(After((Create(0, 5), Mbps(5)), (Create(1, 5), Mbps(5))), Update(0, 10), Conflict), Is.True);
        Assert.That(Legal(full, Update(0, 5), Conflict), Is.False, "it fits");
        Assert.That(Legal(default, Update(0, 5), Missing), Is.True);
        Assert.That(Legal(default, Update(0, 5), Mbps(5)), Is.False);
    }

    [Test]
    public void A_read_shows_the_bandwidth_as_it_is()
    {
        var one = After((Create(0, 5), Mbps(5)));

        Assert.That(Legal(one, new ConnectionInput.Read(0, 0), Mbps(5)), Is.True);
        Assert.That(Legal(one, new ConnectionInput.Read(0, 0), Mbps(10)), Is.False);
        Assert.That(Legal(one, new ConnectionInput.Read(0, 0), Missing), Is.False);
    }

    [Test]
    public void An_operation_of_unknown_outcome_may_have_done_what_it_could()
    {
        Assert.That(Model.Apply(default, Create(0, 5), null, false), Has.One.Items);
        Assert.That(Model.Apply(After((Create(0, 10), Mbps(10))), Create(1, 5), null, false), Is.Empty);
    }

    [Test]
    public void Writes_on_one_interconnect_or_of_one_id_are_rivals_and_reads_are_not()
    {
        Assert.That(Model.Rivals(Create(0, 5), Create(1, 5)), Is.True);
        Assert.That(Model.Rivals(Create(0, 5), Create(0, 5, to: 1)), Is.True);
        Assert.That(Model.Rivals(Create(0, 5), Create(1, 5, to: 1)), Is.False);
        Assert.That(Model.Rivals(Create(0, 5), new ConnectionInput.Read(0, 0)), Is.False);
    }

    [Test]
    public void A_state_is_told_in_words() => Assert.That(
        Model.Explain(After((Create(2, 5), Mbps(5)))),
        Is.EqualTo("interconnect A has connection c2 with 5 Mbps, and 5 Mbps left; "
            + "interconnect B has none of them, and 10 Mbps left"));

    private static ConnectionInput.Create Create(int connection, int mbps, int to = 0) => new(connection, to, mbps);

    private static ConnectionInput.Update Update(int connection, int mbps) => new(connection, 0, mbps);

    private static ConnectionAnswer.Done Mbps(int mbps) => new(mbps);

    private static bool Legal(
        ConnectionState state,
        ConnectionInput input,
        ConnectionAnswer answer,
        bool contended = false) => Model.Apply(state, input, answer, contended).Any();

    private static ConnectionState After(params (ConnectionInput Input, ConnectionAnswer Answer)[] steps) =>
        steps.Aggregate(
            default(ConnectionState),
            (state, step) => Model.Apply(state, step.Input, step.Answer, false).Single());
}
