using Harness.Certification.Linearizability;
using static Harness.Tests.Certification.Linearizability.SeatsModel;
using Register = Harness.Tests.Certification.Linearizability.RegisterModel;

namespace Harness.Tests.Certification.Linearizability;

/// <summary>The classics, each among operations that have nothing to do with it.</summary>
internal static class Violations
{
    /// <summary>Two seats, of which three are granted: the answers 1, 2 and 3 contradict one another.</summary>
    public static History<Ask, string> DoubleGrant { get; } = Histories.Of<Ask, string>(
        ("connection 1", new Ask.Take(0), Yes, 1, 2),
        ("connection 1", new Ask.Take(1), Yes, 3, 9),
        ("connection 2", new Ask.Take(2), Yes, 4, 10),
        ("connection 3", new Ask.Take(3), Full, 5, 11),
        ("connection 4", new Ask.Leave(7), Missing, 6, 8),
        ("connection 5", new Ask.Take(4), Busy, 7, 12),
        ("connection 6", new Ask.Leave(3), null, 13, 0),
        ("connection 1", new Ask.Count(), "3", 14, 15));

    /// <summary>What was written is read, and then what had been there before it: the answers 1 and 3.</summary>
    public static History<Register.Ask, Register.Reply> StaleRead { get; } =
        Histories.Of<Register.Ask, Register.Reply>(
            ("a", new Register.Ask.Write(1), new Register.Reply.Done(), 1, 4),
            ("b", new Register.Ask.Read(), new Register.Reply.Value(1), 2, 3),
            ("b", new Register.Ask.Read(), new Register.Reply.Value(0), 5, 6),
            ("c", new Register.Ask.Write(2), null, 7, 0));

    public static MinimalViolation<TInput, TAnswer> Minimal<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        History<TInput, TAnswer> history)
        where TState : IEquatable<TState>
        where TAnswer : class =>
        Minimiser.Minimise(model, history, "p", CheckBudget.Default, TimeProvider.System)
            ?? throw new InvalidOperationException("expected a violation");
}
