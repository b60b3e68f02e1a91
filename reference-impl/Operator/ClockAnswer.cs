namespace Harness.Reference.Operator;

/// <summary>Answer of <c>/operator/v1/clock</c>.</summary>
/// <param name="Now">The protocol's time, in UTC.</param>
/// <param name="Controllable">Whether it stands still until it is advanced.</param>
internal sealed record ClockAnswer(DateTime Now, bool Controllable);
