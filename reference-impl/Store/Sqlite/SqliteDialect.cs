using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Harness.Reference.Store.Sqlite;

/// <summary>The embedded store: SQLite in a file, with a write-ahead log.</summary>
public sealed class SqliteDialect : IStoreDialect
{
    private const string MigrationFolder = "Harness.Reference.Store.Sqlite.Migrations";

    private readonly string path;
    private readonly bool temporary;
    private readonly ConcurrentBag<DbConnection> idle = [];

    // SQLite takes one writer at a time and lets the others poll. Those of this process queue here instead,
    // which is quicker; what keeps them apart is BEGIN IMMEDIATE, as it does for other processes.
    private readonly SemaphoreSlim writers = new(1, 1);

    static SqliteDialect() => SQLitePCL.Batteries_V2.Init();

    private SqliteDialect(string path, bool temporary)
    {
        this.path = path;
        this.temporary = temporary;
    }

    public string Name => "sqlite";

    public bool IsShared => false;

    public IReadOnlyList<Migration> Migrations { get; } = Migration.Embedded(MigrationFolder);

    /// <summary>A store in the file <paramref name="path"/>, which is made when it is not there.</summary>
    public static SqliteDialect File(string path) => new(Path.GetFullPath(path), temporary: false);

    /// <summary>
    /// A store in a private file below <paramref name="directory"/> that is deleted at the end. SQLite's own
    /// in-memory databases either have no write-ahead log or fail instead of waiting when several
    /// connections share one.
    /// </summary>
    /// <param name="directory">An existing directory.</param>
    /// <param name="name">Name that nobody else uses there.</param>
    public static SqliteDialect Temporary(string directory, string name) =>
        new(Path.Combine(Path.GetFullPath(directory), name + ".db"), temporary: true);

    public async ValueTask<StoreTransaction> BeginReadAsync(CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        return Begin(connection, deferred: true, Return);
    }

    public async ValueTask<StoreTransaction> BeginWriteAsync(CancellationToken cancellation)
    {
        await writers.WaitAsync(cancellation);
        try
        {
            var connection = await ConnectAsync(cancellation);
            return Begin(connection, deferred: false, ReturnWriter);
        }
        catch
        {
            writers.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var connection))
            await connection.DisposeAsync();
        writers.Dispose();
        if (!temporary)
            return;
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            System.IO.File.Delete(path + suffix);
    }

    private static StoreTransaction Begin(
        DbConnection connection, bool deferred, Func<DbConnection, ValueTask> release)
    {
        var sqlite = (SqliteConnection)connection;
        return new StoreTransaction(connection, sqlite.BeginTransaction(deferred), release);
    }

    private async ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        if (idle.TryTake(out var connection))
            return connection;
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 10,
        }.ToString());
        try
        {
            await opened.OpenAsync(cancellation);
            await SetUpAsync(opened, cancellation);
        }
        catch (SqliteException fault)
        {
            await opened.DisposeAsync();
            throw new StoreException(
                $"expected a database of the coordinator at {path}, found: {fault.Message}; name another store", fault);
        }

        return opened;
    }

    private async Task SetUpAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        string[] statements =
        [
            // The wait comes first: without it the provider sleeps 150 ms whenever the file is busy.
            "PRAGMA busy_timeout = 10000",
            "PRAGMA journal_mode = WAL",
            $"PRAGMA synchronous = {(temporary ? "OFF" : "NORMAL")}",
            "PRAGMA foreign_keys = ON",
            "PRAGMA temp_store = MEMORY",
            // Reads the file for the first time, so that one that is no database is told here.
            "SELECT COUNT(*) FROM sqlite_master",
        ];
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteScalarAsync(cancellation);
        }
    }

    private ValueTask Return(DbConnection connection)
    {
        idle.Add(connection);
        return ValueTask.CompletedTask;
    }

    private ValueTask ReturnWriter(DbConnection connection)
    {
        idle.Add(connection);
        writers.Release();
        return ValueTask.CompletedTask;
    }
}
