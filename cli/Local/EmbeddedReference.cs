using System.Net;
using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;
using Harness.Reference.Store.Sqlite;
using Harness.Reference.Testbed;

namespace Harness.Cli.Local;

/// <summary>The reference that is certified when no target is named: started for one run, gone after it.</summary>
internal sealed class EmbeddedReference : IAsyncDisposable
{
    private readonly DirectoryInfo directory;
    private readonly LocalReference reference;

    private EmbeddedReference(DirectoryInfo directory, LocalReference reference)
    {
        this.directory = directory;
        this.reference = reference;
    }

    /// <summary>Path of its target file.</summary>
    public string TargetPath => reference.TargetPath!;

    /// <summary>Starts it on a free loopback port.</summary>
    /// <param name="slots">How many environments scenarios may have to themselves; a spare one is added.</param>
    /// <param name="time">Real time.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <param name="alter">Breaks it, or makes it differ; null for the reference as it is.</param>
    public static async Task<EmbeddedReference> StartAsync(
        int slots,
        TimeProvider time,
        CancellationToken cancellation,
        Alteration? alter = null)
    {
        var directory = Directory.CreateTempSubdirectory("harness-");
        try
        {
            var partner = new IPEndPoint(IPAddress.Loopback, FreePort.Find(IPAddress.Loopback));
            var testbed = DefaultTestbed.Create(slots + 1, new Uri($"https://{partner}/"));
            var reference = await LocalReference.StartAsync(
                new LocalSetup(
                    new PrivateFiles(directory.FullName),
                    testbed,
                    new IPEndPoint(IPAddress.Loopback, 0),
                    partner,
                    SqliteDialect.Temporary(directory.FullName, "reference"))
                {
                    Alter = alter ?? (options => options),
                    Outbox = new OutboxOptions
                    {
                        FirstRetry = TimeSpan.FromMilliseconds(10),
                        LongestRetry = TimeSpan.FromSeconds(1),
                    },
                    // Up to 60 s are allowed; a run is not kept waiting for so long (CON-12).
                    Negotiation = new NegotiationOptions { Patience = TimeSpan.FromSeconds(2) },
                },
                time,
                cancellation);
            return new EmbeddedReference(directory, reference);
        }
        catch
        {
            directory.Delete(recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await reference.DisposeAsync();
        directory.Delete(recursive: true);
    }
}
