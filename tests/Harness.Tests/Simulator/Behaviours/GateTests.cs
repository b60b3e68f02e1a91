using Harness.Simulator.Behaviours;
using NUnit.Framework;

namespace Harness.Tests.Simulator.Behaviours;

public sealed class GateTests
{
    [Test]
    public async Task A_gate_holds_all_that_come_and_lets_go_all_at_once()
    {
        var gate = new Gate("g", TimeProvider.System);
        var held = Enumerable.Range(0, 50)
            .Select(_ => gate.PassAsync(PartnerFixture.Deadline, CancellationToken.None))
            .ToList();

        Assert.That(await gate.WaitForArrivalAsync(50, PartnerFixture.Deadline), Is.True);
        Assert.That(held.Count(pass => pass.IsCompleted), Is.Zero);
        gate.Release();

        Assert.That(await Task.WhenAll(held), Is.All.True);
    }

    [Test]
    public async Task What_comes_after_the_release_is_not_held()
    {
        var gate = new Gate("g", TimeProvider.System);
        gate.Release();

        Assert.That(await gate.PassAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None), Is.True);
        Assert.That(gate.Arrivals, Is.EqualTo(1));
    }

    [Test]
    public async Task A_wait_for_arrivals_ends_at_its_deadline()
    {
        var gate = new Gate("g", TimeProvider.System);

        Assert.That(await gate.WaitForArrivalAsync(1, TimeSpan.FromMilliseconds(1)), Is.False);
    }

    [Test]
    public void A_book_gives_one_gate_for_one_name()
    {
        var book = new GateBook(TimeProvider.System);

        book["a"].Release();

        Assert.That(book["a"].IsOpen, Is.True);
        Assert.That(book["b"].IsOpen, Is.False);
    }
}
