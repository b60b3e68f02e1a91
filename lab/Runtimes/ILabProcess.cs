namespace Harness.Lab.Runtimes;

/// <summary>A command that runs on a node; disposing it kills it.</summary>
public interface ILabProcess : IAsyncDisposable
{
    /// <summary>What it wrote on standard output up to now.</summary>
    string Output { get; }

    /// <summary>Ends when the command has ended, with all that it wrote.</summary>
    Task<CommandResult> Ended { get; }

    /// <summary>Asks it to end (SIGINT), and kills it when it has not ended by the deadline.</summary>
    Task<CommandResult> StopAsync(TimeSpan deadline, CancellationToken cancellation);
}
