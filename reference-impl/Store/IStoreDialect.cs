namespace Harness.Reference.Store;

/// <summary>
/// A database that keeps the coordinator's state. The statements of the resources are the same for every
/// dialect; what differs is here: connecting, beginning, the schema's own words.
/// </summary>
public interface IStoreDialect : IAsyncDisposable
{
    /// <summary>Name for messages, such as <c>sqlite</c>.</summary>
    string Name { get; }

    /// <summary>Whether several processes work on the database at once.</summary>
    bool IsShared { get; }

    /// <summary>Steps of the schema.</summary>
    IReadOnlyList<Migration> Migrations { get; }

    /// <summary>Begins a transaction that reads one consistent state.</summary>
    ValueTask<StoreTransaction> BeginReadAsync(CancellationToken cancellation);

    /// <summary>Begins a transaction that may write.</summary>
    ValueTask<StoreTransaction> BeginWriteAsync(CancellationToken cancellation);
}
