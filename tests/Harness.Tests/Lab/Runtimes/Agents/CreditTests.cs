using Harness.Lab.Runtimes.Agents;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes.Agents;

public sealed class CreditTests
{
    [Test]
    public async Task No_more_is_taken_than_there_is()
    {
        using var credit = new Credit(10);

        var taken = new[] { await credit.TakeAsync(7, default), await credit.TakeAsync(7, default) };

        Assert.That(taken, Is.EqualTo([7, 3]));
    }

    [Test]
    public async Task A_taker_waits_until_some_is_given_back()
    {
        using var credit = new Credit(10);
        await credit.TakeAsync(10, default);

        var waiting = credit.TakeAsync(5, default);
        var before = waiting.IsCompleted;
        credit.Give(4);

        Assert.Multiple(() =>
        {
            Assert.That(before, Is.False);
            Assert.That(async () => await waiting, Is.EqualTo(4));
        });
    }

    [Test]
    public async Task A_taker_that_is_called_off_takes_nothing()
    {
        using var credit = new Credit(1);
        await credit.TakeAsync(1, default);

        Assert.That(
            async () => await credit.TakeAsync(1, new CancellationToken(true)),
            Throws.InstanceOf<OperationCanceledException>());
        credit.Give(1);
        Assert.That(await credit.TakeAsync(1, default), Is.EqualTo(1));
    }
}
