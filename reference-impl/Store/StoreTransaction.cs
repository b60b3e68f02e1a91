using System.Data.Common;
using Dapper;

namespace Harness.Reference.Store;

/// <summary>One transaction. What is not committed when it is disposed of is rolled back.</summary>
public sealed class StoreTransaction : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly Func<DbConnection, ValueTask> release;
    private readonly Func<string, string> statement;
    private readonly List<Action> afterCommit = [];

    static StoreTransaction() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <param name="connection">An open connection.</param>
    /// <param name="transaction">The transaction begun on it.</param>
    /// <param name="release">Takes the connection back at the end.</param>
    /// <param name="statement">Turns each statement into the dialect's words; null where they are the same.</param>
    public StoreTransaction(
        DbConnection connection,
        DbTransaction transaction,
        Func<DbConnection, ValueTask> release,
        Func<string, string>? statement = null)
    {
        this.statement = statement ?? (sql => sql);
        this.connection = connection;
        this.transaction = transaction;
        this.release = release;
    }

    /// <summary>Runs a statement and answers how many rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? arguments = null) =>
        connection.ExecuteAsync(statement(sql), arguments, transaction);

    /// <summary>Runs a statement that has to change exactly one row.</summary>
    /// <exception cref="StoreException">It changed another number: a rule let something pass.</exception>
    public async Task ExecuteOneAsync(string sql, object arguments)
    {
        var changed = await ExecuteAsync(sql, arguments);
        if (changed != 1)
            throw new StoreException(
                $"expected one row to change, found {changed}; the state is not what was decided on");
    }

    /// <summary>All rows of a query.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? arguments = null) =>
        (await connection.QueryAsync<T>(statement(sql), arguments, transaction)).AsList();

    /// <summary>The only row of a query, or the default where there is none.</summary>
    public Task<T?> FindAsync<T>(string sql, object? arguments = null) =>
        connection.QuerySingleOrDefaultAsync<T>(statement(sql), arguments, transaction);

    /// <summary>The only value of a query.</summary>
    public async Task<T> ScalarAsync<T>(string sql, object? arguments = null) =>
        (await connection.ExecuteScalarAsync<T>(statement(sql), arguments, transaction))!;

    /// <summary>The same transaction, with its statements put into other words.</summary>
    public StoreTransaction InWordsOf(Func<string, string> other) =>
        new(connection, transaction, release, sql => other(statement(sql)));

    /// <summary>Has <paramref name="action"/> done once what was written lasts, and not before.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>Makes what was written last.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        await transaction.CommitAsync(cancellation);
        foreach (var action in afterCommit)
            action();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            await release(connection);
        }
    }
}
