using System.Globalization;
using System.Net;
using Harness.Cli.Local;
using Harness.Cli.Pairs;
using Harness.Protocol.Security;
using Harness.Reference.Testbed;

namespace Harness.Cli.Life;

/// <summary>
/// A reference coordinator in a process of its own, and another one or the simulated partner, each the other's only
/// peer, on a common clock.
/// </summary>
internal sealed class LifePair : SidePair
{
    /// <summary>The provider whose customer usually creates.</summary>
    public const string FirstId = DefaultTestbed.ProviderId;

    /// <summary>The other one.</summary>
    public const string SecondId = DefaultTestbed.PartnerId;

    /// <summary>Name of the book of steps in the directory of a side.</summary>
    public const string BookFile = "steps.txt";

    private readonly LifeRequest request;
    private readonly Dictionary<string, CoordinatorProcess> processes = [];

    private LifePair(LifeRequest request, TimeProvider time)
        : base(time) => this.request = request;

    /// <summary>What runs each side that has a process of its own, by its id.</summary>
    public IReadOnlyDictionary<string, CoordinatorProcess> Processes => processes;

    /// <summary>The testbed as the first provider keeps it.</summary>
    public TestbedModel Testbed { get; private set; } = null!;

    /// <summary>Starts both and waits until they listen.</summary>
    /// <exception cref="CannotRunException">One of them cannot be started.</exception>
    public static async Task<LifePair> StartAsync(
        LifeRequest request, TimeProvider time, CancellationToken cancellation)
    {
        var pair = new LifePair(request, time);
        try
        {
            await pair.StartAsync(cancellation);
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        var (one, other) = (FreePlace(), FreePlace());
        Testbed = LifeTestbed.First(request.Environments, new Uri($"https://{other}/"));
        var mirrored = LifeTestbed.Second(Testbed, new Uri($"https://{one}/"));
        string[] ids = [FirstId, SecondId];
        var certificates = ids.ToDictionary(id => id, id => Own(LocalCertificates.Create($"Harness {id}", Time)));
        var tokens = ids.ToDictionary(id => id, _ => NewToken());
        First = await StartAsync(FirstId, one, Testbed, SecondId, certificates, tokens, cancellation);
        Second = request.Simulated
            ? await LiveAsync(
                new LivingSetup(mirrored, First, other, certificates[SecondId], tokens[FirstId])
                {
                    Bend = request.Bend,
                },
                cancellation)
            : await StartAsync(SecondId, other, mirrored, FirstId, certificates, tokens, cancellation);
    }

    private async Task<Side> StartAsync(
        string id,
        IPEndPoint address,
        TestbedModel testbed,
        string peer,
        Dictionary<string, LocalCertificates> certificates,
        Dictionary<string, string> tokens,
        CancellationToken cancellation)
    {
        var files = new PrivateFiles(Path.Combine(request.Directory, id));
        var portal = NewToken();
        files.Write("testbed.yaml", TestbedFile.Write(testbed));
        files.Write("server.pem", certificates[id].Server.ExportCertificatePem());
        files.Write("server.key", certificates[id].ServerKeyPem);
        files.Write("peer-ca.pem", certificates[peer].AuthorityPem);
        files.Write("portal", portal);
        foreach (var (owner, token) in tokens)
            files.Write($"{owner}.given", token);
        foreach (var left in Directory.GetFiles(files.Directory, "life.db*").Append(files.PathOf(BookFile)))
            File.Delete(left);
        var process = OwnAsync(
            await CoordinatorProcess.StartAsync(() => Arguments(id, files, address), Time, cancellation));
        processes.Add(id, process);
        return Reach(
            id, new Uri($"https://{address}/"), certificates[id], portal, tokens[peer], () => process.Fault);
    }

    private string[] Arguments(string id, PrivateFiles files, IPEndPoint address) =>
    [
        "--directory", files.PathOf("files"),
        "--testbed", files.PathOf("testbed.yaml"),
        "--listen", $"{address}",
        "--certificate", files.PathOf("server.pem"),
        "--key", files.PathOf("server.key"),
        "--peer-ca", files.PathOf("peer-ca.pem"),
        "--store", files.PathOf("life.db"),
        "--clock-start", Now.ToString("O", CultureInfo.InvariantCulture),
        "--token", $"{FirstId}=file:{files.PathOf($"{FirstId}.given")}",
        "--token", $"{SecondId}=file:{files.PathOf($"{SecondId}.given")}",
        "--portal-token", $"file:{files.PathOf("portal")}",
        // A peer that has died is up again soon.
        "--longest-retry", "1s",
        "--until-input-ends",
        .. request.Killed.Contains(id) ? (string[])["--crash-book", files.PathOf(BookFile)] : [],
    ];
}
