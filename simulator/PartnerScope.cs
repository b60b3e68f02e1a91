using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Journaling;

namespace Harness.Simulator;

/// <summary>
/// What one scenario sees of a partner that many use at once: the exchanges of its own environment since it
/// began, and behaviours and gates of its own.
/// </summary>
public sealed class PartnerScope : IDisposable
{
    private readonly Partner partner;
    private readonly string environmentId;
    private readonly long start;
    private readonly GateBook gates;
    private readonly Stack<IDisposable> undo = new();

    internal PartnerScope(Partner partner, string environmentId)
    {
        this.partner = partner;
        this.environmentId = environmentId;
        start = partner.Journal.Position;
        gates = new GateBook(partner.Options.Clock);
    }

    /// <summary>What crossed the wire about this scope's environment since the scope was opened.</summary>
    public JournalQuery Journal => partner.Journal.Query.After(start).Environment(environmentId);

    /// <summary>The environment, as the partner serves it.</summary>
    public EnvironmentName Environment => partner.Environment(environmentId);

    /// <summary>A gate of this scope's own.</summary>
    public Gate Gate(string name) => gates[name];

    /// <summary>Bends an operation on a resource of this environment, or on all of them, until the end.</summary>
    /// <exception cref="ArgumentException">The resource lies outside the environment.</exception>
    public void On(
        Operation? operation,
        ResourceName? resource,
        Answer answer,
        Occasions? occasions = null,
        Func<string, bool>? when = null)
    {
        resource ??= Environment;
        if (!resource.IsAtOrBelow(Environment))
            throw new ArgumentException($"expected a resource at or below {Environment}, found {resource}");
        undo.Push(partner.Behaviours.On(operation, resource, answer, occasions, when));
    }

    /// <summary>Tells an observer of this environment's exchanges until the scope ends.</summary>
    public void Observe(IJournalObserver observer) =>
        undo.Push(partner.Journal.Observe(new EnvironmentObserver(environmentId, observer)));

    /// <summary>Opens every gate of this scope; what it bends stays bent.</summary>
    public void Release() => gates.ReleaseAll();

    public void Dispose()
    {
        Release();
        while (undo.TryPop(out var step))
            step.Dispose();
    }

    private sealed class EnvironmentObserver(string environmentId, IJournalObserver inner) : IJournalObserver
    {
        public void Began(JournalEntry entry)
        {
            if (Concerns(entry))
                inner.Began(entry);
        }

        public void Ended(JournalEntry entry)
        {
            if (Concerns(entry))
                inner.Ended(entry);
        }

        private bool Concerns(JournalEntry entry) =>
            entry.Resource?.Ancestor<EnvironmentName>()?.Id == environmentId;
    }
}
