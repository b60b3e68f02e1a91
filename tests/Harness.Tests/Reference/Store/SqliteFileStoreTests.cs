using Harness.Reference.Store;
using Harness.Reference.Store.Sqlite;
using NUnit.Framework;

namespace Harness.Tests.Reference.Store;

[TestFixture]
public sealed class SqliteFileStoreTests : StoreContract
{
    private string Path => System.IO.Path.Combine(Folder, "store.db");

    protected override IStoreDialect Dialect(string path) =>
        SqliteDialect.File(System.IO.Path.Combine(path, "store.db"));

    [Test]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await IncrementAsync(Store);
        await using var again = await OpenAsync();

        await IncrementAsync(again);

        Assert.That(await ValueAsync(), Is.EqualTo(2));
    }

    /// <summary>Two stores share nothing but the file: what keeps their writers apart is the database.</summary>
    [Test]
    public async Task Two_coordinators_on_one_file_do_not_lose_each_others_writes()
    {
        await using var other = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(
            turn => Task.Run(() => IncrementAsync(turn % 2 == 0 ? Store : other))));

        Assert.That(await ValueAsync(), Is.EqualTo(60));
    }

    [Test]
    public async Task A_store_of_a_newer_schema_is_refused_with_both_versions()
    {
        var known = Dialect(Folder).Migrations.Count;
        await Store.WriteAsync(
            transaction => transaction.ExecuteAsync("INSERT INTO schema_version VALUES (9999)"),
            CancellationToken.None);

        var refused = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.That(refused!.Message, Does.Contain($"schema version {known}").And.Contain("found 9999"));
    }

    [Test]
    public async Task A_file_that_is_no_database_is_refused_by_its_name()
    {
        var file = System.IO.Path.Combine(Folder, "letter.txt");
        await File.WriteAllTextAsync(file, "Dear sir or madam, this is no database at all. Yours faithfully.");

        var refused = await Assert.ThrowsAsync<StoreException>(
            () => CoordinatorStore.OpenAsync(SqliteDialect.File(file), CancellationToken.None));

        Assert.That(refused!.Message, Does.Contain(file));
    }

    [Test]
    public async Task A_file_in_a_folder_that_is_not_there_is_refused_by_its_name()
    {
        var file = System.IO.Path.Combine(Folder, "nowhere", "store.db");

        var refused = await Assert.ThrowsAsync<StoreException>(
            () => CoordinatorStore.OpenAsync(SqliteDialect.File(file), CancellationToken.None));

        Assert.That(refused!.Message, Does.Contain(file));
    }

    [Test]
    public void Migrations_are_numbered_from_1_without_gaps()
    {
        var versions = Dialect(Folder).Migrations.Select(migration => migration.Version).ToArray();

        Assert.That(versions, Is.Not.Empty.And.EqualTo(Enumerable.Range(1, versions.Length)));
    }

    private Task<CoordinatorStore> OpenAsync() =>
        CoordinatorStore.OpenAsync(SqliteDialect.File(Path), CancellationToken.None);
}
