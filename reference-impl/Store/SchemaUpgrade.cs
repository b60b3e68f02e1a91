namespace Harness.Reference.Store;

/// <summary>Brings a database's schema to the version that this coordinator knows.</summary>
internal static class SchemaUpgrade
{
    public static async Task RunAsync(IStoreDialect dialect, CancellationToken cancellation)
    {
        var known = dialect.Migrations.Count;
        await using var transaction = await dialect.BeginWriteAsync(cancellation);
        await transaction.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
        var found = await transaction.ScalarAsync<int>("SELECT COALESCE(MAX(version), 0) FROM schema_version");
        if (found > known)
            throw new StoreException(
                $"expected a store of schema version {known} or older, found {found}; "
                + "start the newer coordinator that wrote it, or name another store");
        foreach (var migration in dialect.Migrations.Skip(found))
        {
            await transaction.ExecuteAsync(migration.Sql);
            await transaction.ExecuteAsync(
                "INSERT INTO schema_version (version) VALUES (@Version)", new { migration.Version });
        }

        await transaction.CommitAsync(cancellation);
    }
}
