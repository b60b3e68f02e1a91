using Harness.Certification.Linearizability;
using NUnit.Framework;

namespace Harness.Tests.Certification.Linearizability;

/// <summary>The checker says the same as the definition, on histories made up from seeds.</summary>
[TestFixture]
public sealed class CheckOracleTests
{
    private const int Trials = 3000;

    [Test]
    public void The_checker_agrees_with_the_definition_on_seats() =>
        Compare(new SeatsModel(2), Histories.Seats);

    [Test]
    public void The_checker_agrees_with_the_definition_on_a_register_that_tosses_coins() =>
        Compare(new RegisterModel(), Histories.Register);

    private static void Compare<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        Func<Random, int, History<TInput, TAnswer>> make)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        var legal = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var random = new Random(seed);
            var history = make(random, random.Next(2, 7));
            var result = LinearizabilityChecker.Check(model, history, CheckBudget.Default, TimeProvider.System, 0)[0];
            var expected = BruteForce.IsLinearizable(model, history.Operations);

            Assert.That(result is CheckResult.Linearizable, Is.EqualTo(expected), $"seed {seed}");
            Assert.That(result is CheckResult.Violation, Is.EqualTo(!expected), $"seed {seed}");
            if (result is CheckResult.Linearizable(_, var order))
                Assert.That(IsAnswer(model, history, order), $"the order given for seed {seed}");
            legal += expected ? 1 : 0;
        }

        // Both sides have to come up often, or the comparison shows nothing.
        Assert.That(legal, Is.InRange(Trials / 10, Trials * 9 / 10));
    }

    // The order given holds every known operation, each once, and is itself an answer.
    private static bool IsAnswer<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        History<TInput, TAnswer> history,
        IReadOnlyList<int> order)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        var known = history.Operations.Where(operation => operation.Outcome == Outcome.Known).ToList();
        return order.Distinct().Count() == order.Count
            && known.All(operation => order.Contains(operation.Id))
            && BruteForce.Explains(
                model,
                history.Operations,
                [.. order.Select(id => history.Operations.Single(operation => operation.Id == id))]);
    }
}
