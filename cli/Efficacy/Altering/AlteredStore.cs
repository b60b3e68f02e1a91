using Harness.Reference.Store;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>A store with other statements.</summary>
/// <param name="inner">The store.</param>
/// <param name="statement">What runs in the place of a statement.</param>
internal sealed class AlteredStore(IStoreDialect inner, Func<string, string> statement) : IStoreDialect
{
    public string Name => inner.Name;

    public bool IsShared => inner.IsShared;

    public IReadOnlyList<Migration> Migrations => inner.Migrations;

    public async ValueTask<StoreTransaction> BeginReadAsync(CancellationToken cancellation) =>
        (await inner.BeginReadAsync(cancellation)).InWordsOf(statement);

    public async ValueTask<StoreTransaction> BeginWriteAsync(CancellationToken cancellation) =>
        (await inner.BeginWriteAsync(cancellation)).InWordsOf(statement);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
