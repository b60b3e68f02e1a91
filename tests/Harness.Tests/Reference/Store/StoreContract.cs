using Harness.Reference.Errors;
using Harness.Reference.Store;
using NUnit.Framework;

namespace Harness.Tests.Reference.Store;

/// <summary>What every dialect of the store has to keep to.</summary>
public abstract class StoreContract
{
    private DirectoryInfo directory = null!;
    private CoordinatorStore store = null!;

    /// <summary>A store below a directory of this test's own.</summary>
    protected abstract IStoreDialect Dialect(string path);

    protected string Folder => directory.FullName;

    protected CoordinatorStore Store => store;

    [SetUp]
    public async Task Open()
    {
        directory = Directory.CreateTempSubdirectory("store-");
        store = await CoordinatorStore.OpenAsync(Dialect(Folder), CancellationToken.None);
        await store.WriteAsync(
            transaction => transaction.ExecuteAsync("CREATE TABLE counter (id INTEGER PRIMARY KEY, value INTEGER)"),
            CancellationToken.None);
        await store.WriteAsync(
            transaction => transaction.ExecuteAsync("INSERT INTO counter VALUES (1, 0)"), CancellationToken.None);
    }

    [TearDown]
    public async Task Close()
    {
        await store.DisposeAsync();
        directory.Delete(recursive: true);
    }

    [Test]
    public async Task An_accepted_outcome_lasts()
    {
        var outcome = await store.DecideAsync<int>(
            async transaction =>
            {
                await SetAsync(transaction, 7);
                return 7;
            },
            CancellationToken.None);

        Assert.That(outcome, Is.EqualTo(new Outcome<int>.Accepted(7)));
        Assert.That(await ValueAsync(), Is.EqualTo(7));
    }

    [Test]
    public async Task What_a_refused_operation_wrote_is_not_kept()
    {
        var refusal = new Refusal(ErrorCode.Taken, "taken");

        var outcome = await store.DecideAsync<int>(
            async transaction =>
            {
                await SetAsync(transaction, 7);
                return refusal;
            },
            CancellationToken.None);

        Assert.That(outcome, Is.EqualTo(new Outcome<int>.Refused(refusal)));
        Assert.That(await ValueAsync(), Is.Zero);
    }

    [Test]
    public async Task What_a_failed_operation_wrote_is_not_kept_and_the_store_goes_on()
    {
        Assert.That(
            () => store.WriteAsync(
                async transaction =>
                {
                    await SetAsync(transaction, 7);
                    throw new InvalidOperationException("planted");
                },
                CancellationToken.None),
            Throws.InvalidOperationException);

        Assert.That(await ValueAsync(), Is.Zero);
        await store.WriteAsync(transaction => SetAsync(transaction, 8), CancellationToken.None);
        Assert.That(await ValueAsync(), Is.EqualTo(8));
    }

    [Test]
    public async Task A_statement_that_changes_no_row_where_one_was_decided_on_is_a_fault()
    {
        await store.ReadAsync(
            transaction =>
            {
                Assert.That(
                    () => transaction.ExecuteOneAsync("UPDATE counter SET value = 1 WHERE id = @id", new { id = 2 }),
                    Throws.TypeOf<StoreException>());
                return Task.FromResult(0);
            },
            CancellationToken.None);
    }

    [Test]
    public async Task What_follows_a_commit_is_done_after_it_and_not_without_it()
    {
        var done = new List<string>();
        await store.DecideAsync<int>(
            transaction =>
            {
                transaction.AfterCommit(() => done.Add("refused"));
                return Task.FromResult<Outcome<int>>(new Refusal(ErrorCode.Taken, "taken"));
            },
            CancellationToken.None);
        await store.WriteAsync(
            transaction =>
            {
                transaction.AfterCommit(() => done.Add("committed"));
                return SetAsync(transaction, 1);
            },
            CancellationToken.None);

        Assert.That(done, Is.EqualTo(["committed"]));
    }

    [Test]
    public async Task A_read_sees_one_state_while_others_write()
    {
        await store.ReadAsync(
            async transaction =>
            {
                var before = await ReadAsync(transaction);
                await store.WriteAsync(write => SetAsync(write, 9), CancellationToken.None);
                Assert.That(await ReadAsync(transaction), Is.EqualTo(before));
                return 0;
            },
            CancellationToken.None);

        Assert.That(await ValueAsync(), Is.EqualTo(9));
    }

    [Test]
    public async Task Writers_that_read_first_do_not_lose_each_others_writes()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => IncrementAsync(store))));

        Assert.That(await ValueAsync(), Is.EqualTo(100));
    }

    protected static Task IncrementAsync(CoordinatorStore on) => on.WriteAsync(
        async transaction => await SetAsync(transaction, await ReadAsync(transaction) + 1), CancellationToken.None);

    protected Task<int> ValueAsync() => store.ReadAsync(ReadAsync, CancellationToken.None);

    private static Task<int> ReadAsync(StoreTransaction transaction) =>
        transaction.ScalarAsync<int>("SELECT value FROM counter WHERE id = 1");

    private static Task SetAsync(StoreTransaction transaction, int value) =>
        transaction.ExecuteOneAsync("UPDATE counter SET value = @value WHERE id = 1", new { value });
}
