namespace Harness.Simulator.Journaling;

/// <summary>Is told of every exchange of a journal, on the thread that carries it out: it must be quick.</summary>
public interface IJournalObserver
{
    /// <summary>A request came or went.</summary>
    void Began(JournalEntry entry);

    /// <summary>Its response, or a fault, ended it. Called before the response leaves the partner's server.</summary>
    void Ended(JournalEntry entry);
}
