using Harness.Protocol.Names;
using Harness.Protocol.Operations;

namespace Harness.Simulator.Behaviours;

/// <summary>
/// The behaviours in force. The one added last is asked first; one whose occasions do not include the present
/// one lets the next decide. Each counts its own occasions, exactly, under any concurrency.
/// </summary>
public sealed class BehaviourBook
{
    private readonly Lock guard = new();
    private readonly LinkedList<Counted> behaviours = [];

    /// <summary>Puts a behaviour in force until the answer is disposed.</summary>
    public IDisposable Add(Behaviour behaviour)
    {
        var counted = new Counted(this, behaviour);
        lock (guard)
            behaviours.AddFirst(counted);
        return counted;
    }

    /// <summary>Puts a behaviour in force until the answer is disposed.</summary>
    public IDisposable On(
        Operation? operation,
        ResourceName? resource,
        Answer answer,
        Occasions? occasions = null,
        Func<string, bool>? when = null) =>
        Add(new Behaviour(operation, resource, answer, occasions ?? Occasions.Every) { When = when });

    /// <summary>Decides on a request, and counts it as an occasion of every behaviour that was asked.</summary>
    internal Answer Decide(Operation? operation, ResourceName? resource, string body = "")
    {
        lock (guard)
        {
            foreach (var counted in behaviours)
                if (counted.Behaviour.Matches(operation, resource, body)
                    && counted.Behaviour.Occasions.Include(++counted.Count))
                    return counted.Behaviour.Answer;
        }

        return Answer.Default;
    }

    private sealed class Counted(BehaviourBook book, Behaviour behaviour) : IDisposable
    {
        public Behaviour Behaviour { get; } = behaviour;

        public int Count { get; set; }

        public void Dispose()
        {
            lock (book.guard)
                book.behaviours.Remove(this);
        }
    }
}
