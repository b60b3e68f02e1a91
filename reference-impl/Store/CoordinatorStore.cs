using Harness.Reference.Errors;

namespace Harness.Reference.Store;

/// <summary>
/// The coordinator's state: one transaction for each operation. Races are decided by the database, so that
/// several coordinators may share one.
/// </summary>
public sealed class CoordinatorStore : IAsyncDisposable
{
    private readonly IStoreDialect dialect;

    private CoordinatorStore(IStoreDialect dialect) => this.dialect = dialect;

    /// <summary>Whether several processes work on the database at once.</summary>
    public bool IsShared => dialect.IsShared;

    /// <summary>Opens the store and brings its schema up to date.</summary>
    /// <exception cref="StoreException">It cannot be opened, or a newer version wrote it.</exception>
    public static async Task<CoordinatorStore> OpenAsync(IStoreDialect dialect, CancellationToken cancellation)
    {
        await SchemaUpgrade.RunAsync(dialect, cancellation);
        return new CoordinatorStore(dialect);
    }

    /// <summary>Reads one consistent state.</summary>
    public async Task<T> ReadAsync<T>(Func<StoreTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await using var transaction = await dialect.BeginReadAsync(cancellation);
        return await work(transaction);
    }

    /// <summary>Carries out an operation; what a refused one wrote is rolled back (FEA-10).</summary>
    public async Task<Outcome<T>> DecideAsync<T>(
        Func<StoreTransaction, Task<Outcome<T>>> work, CancellationToken cancellation)
    {
        await using var transaction = await dialect.BeginWriteAsync(cancellation);
        var outcome = await work(transaction);
        // Once decided it is carried out, even when the caller has gone: half an answer helps nobody.
        if (outcome is Outcome<T>.Accepted)
            await transaction.CommitAsync(CancellationToken.None);
        return outcome;
    }

    /// <summary>Writes what needs no decision.</summary>
    public async Task<T> WriteAsync<T>(Func<StoreTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await using var transaction = await dialect.BeginWriteAsync(cancellation);
        var result = await work(transaction);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>Writes what needs no decision and answers nothing.</summary>
    public async Task WriteAsync(Func<StoreTransaction, Task> work, CancellationToken cancellation)
    {
        await using var transaction = await dialect.BeginWriteAsync(cancellation);
        await work(transaction);
        await transaction.CommitAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => dialect.DisposeAsync();
}
