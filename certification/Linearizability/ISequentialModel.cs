namespace Harness.Certification.Linearizability;

/// <summary>
/// What a resource does when operations come one at a time. States are immutable, with equality by value and a
/// cheap hash. Written apart from any implementation, so that one misreading does not judge itself.
/// </summary>
public interface ISequentialModel<TState, TInput, TAnswer>
    where TState : IEquatable<TState>
    where TAnswer : class
{
    /// <summary>In words, for reports and exports.</summary>
    string Name { get; }

    /// <summary>The state of a partition before the first operation.</summary>
    TState Start(string partition);

    /// <summary>Every state that the operation may leave behind if it is answered so here.</summary>
    /// <param name="state">The state that it meets.</param>
    /// <param name="input">What is asked.</param>
    /// <param name="answer">
    /// What was answered. Null where that is unknown: then every state that it may leave behind where it happens;
    /// that it may never happen is the checker's to add.
    /// </param>
    /// <param name="contended">
    /// A rival overlaps the operation, so that a refusal without effect is legal.
    /// </param>
    /// <returns>None where it cannot be answered so here.</returns>
    IEnumerable<TState> Apply(TState state, TInput input, TAnswer? answer, bool contended);

    /// <summary>
    /// Whether either may be refused because the other is under way. Symmetric.
    /// </summary>
    bool Rivals(TInput one, TInput other);

    /// <summary>What is asked, in words for people: <c>create connection a of 10 Gbps</c>.</summary>
    string Describe(TInput input);

    /// <summary>What was answered, in words for people: <c>created</c>, <c>409</c>.</summary>
    string Describe(TAnswer answer);

    /// <summary>A state in words for people, fit to follow "the state is": <c>10 of 20 Gbps taken, by a</c>.</summary>
    string Explain(TState state);

    /// <summary>Whether it changes nothing, whatever the answer.</summary>
    bool IsRead(TInput input);

    /// <summary>
    /// Whether an operation that is answered so never leaves another state than it met, such as a refusal. It is then
    /// placed as soon as it can be, which saves a search most of its ways; false is always right, and slower. A state
    /// that changes on its own has to be able to do so at any other operation as well.
    /// </summary>
    bool KeepsState(TInput input, TAnswer answer) => IsRead(input);
}
