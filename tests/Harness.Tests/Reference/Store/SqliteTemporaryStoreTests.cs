using Harness.Reference.Store;
using Harness.Reference.Store.Sqlite;
using NUnit.Framework;

namespace Harness.Tests.Reference.Store;

[TestFixture]
public sealed class SqliteTemporaryStoreTests : StoreContract
{
    protected override IStoreDialect Dialect(string path) => SqliteDialect.Temporary(path, "private");

    [Test]
    public async Task Nothing_is_left_of_it_at_the_end()
    {
        Assert.That(Directory.GetFiles(Folder), Is.Not.Empty);

        await Store.DisposeAsync();

        Assert.That(Directory.GetFiles(Folder), Is.Empty);
    }
}
