using Harness.Certification.Linearizability;
using Harness.Features.Races.Models;
using NUnit.Framework;

namespace Harness.Tests.Features.Races.Models;

/// <summary>What a model says to leave the state as it is does so wherever a race may lead.</summary>
public sealed class KeptStateTests
{
    private const int Steps = 5_000;
    private static readonly int[] Statuses = [200, 400, 404, 409, 412];

    [Test]
    public void A_refusal_about_a_connection_changes_nothing()
    {
        var random = new Random(7);
        int[] sizes = [500, 1_000, 2_000];
        Walk<ConnectionState, ConnectionInput, ConnectionAnswer>(
            new ConnectionModel([3_000, 2_000], sizes, default),
            random,
            () => (random.Next(5), random.Next(4), random.Next(2), sizes[random.Next(3)]) switch
            {
                (0, var connection, var place, var size) => new ConnectionInput.Create(connection, place, size),
                (1, var connection, var place, var size) => new ConnectionInput.Update(connection, place, size),
                (2, var connection, var place, _) => new ConnectionInput.Delete(connection, place),
                (3, var connection, var place, _) => new ConnectionInput.Read(connection, place),
                var (_, connection, place, _) => new ConnectionInput.Notify(connection, place),
            },
            () => Statuses[random.Next(Statuses.Length)] is var status and not 200
                ? new ConnectionAnswer.Refused(status)
                : new ConnectionAnswer.Done(random.Next(2) == 0 ? null : sizes[random.Next(3)]));
    }

    private static void Walk<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        Random random,
        Func<TInput> ask,
        Func<TAnswer> reply)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        var state = model.Start("");
        var kept = 0;
        for (var step = 0; step < Steps; step++)
        {
            var (input, answer) = (ask(), reply());
            var after = model.Apply(state, input, answer, contended: random.Next(2) == 0).ToList();
            if (after.Count > 0 && model.KeepsState(input, answer))
            {
                Assert.That(after, Is.EqualTo(new[] { state }), model.Describe(input));
                kept++;
            }

            state = step % 20 == 0 ? model.Start("") : after.Count > 0 ? after[random.Next(after.Count)] : state;
        }

        Assert.That(kept, Is.GreaterThan(Steps / 20));
    }
}
