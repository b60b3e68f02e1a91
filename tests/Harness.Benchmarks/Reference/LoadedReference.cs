using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Harness.Protocol.Json;
using Harness.Protocol.Resources;
using Harness.Reference.Portal;
using Harness.Reference.Store.Sqlite;
using Harness.Reference.Testbed;

namespace Harness.Benchmarks.Reference;

/// <summary>A reference with so many connections stored, and callers of it.</summary>
internal sealed class LoadedReference : IAsyncDisposable
{
    private const string Channel = "ch1";

    private readonly BenchmarkedReference reference;
    private readonly HttpClient client;
    private readonly Random random = new(1);

    private LoadedReference(BenchmarkedReference reference, int connections)
    {
        this.reference = reference;
        Connections = connections;
        client = reference.Client();
    }

    /// <summary>How many connections are stored.</summary>
    public int Connections { get; }

    /// <summary>Starts it with its store in a file, as <c>harness serve</c> does, and fills that.</summary>
    public static async Task<LoadedReference> StartAsync(int connections, ScratchDirectory directory, TimeProvider time)
    {
        var reference = await BenchmarkedReference.StartAsync(
            LoadedTestbed.Create(),
            SqliteDialect.File(directory.PathOf($"store-{connections}.db")),
            directory.PathOf($"reference-{connections}.log"),
            time);
        var config = JsonSerializer.Serialize(Proposal(0).FeatureConfig!, ProtocolJson.Default.FeatureConfig);
        await LoadedTestbed.FillAsync(reference.Host.Coordinator.Store, connections, config);
        return new LoadedReference(reference, connections);
    }

    /// <summary>Reads stored connections, chosen at random.</summary>
    /// <returns>Requests a second.</returns>
    public Task<double> ReadAsync(int timesEach, TimeProvider time)
    {
        var chosen = Enumerable.Range(0, Workers.Count * timesEach)
            .Select(_ => $"{LoadedTestbed.Connection(random.Next(Connections))}")
            .ToArray();
        return Workers.PerSecondAsync(
            timesEach, (worker, done) => CallAsync("GET", chosen[(worker * timesEach) + done], null), time);
    }

    /// <summary>Creates connections with one feature and deletes them; the intents were confirmed before.</summary>
    /// <returns>Cycles of three requests a second.</returns>
    public async Task<double> CycleAsync(int timesEach, TimeProvider time)
    {
        var intents = new List<(string Id, string Key)>();
        for (var i = 0; i < Workers.Count * timesEach; i++)
            intents.Add(await ConfirmAsync());
        return await Workers.PerSecondAsync(
            timesEach, (worker, done) => CycleAsync(worker, intents[(worker * timesEach) + done]), time);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await reference.DisposeAsync();
    }

    private static Feature Proposal(int worker)
    {
        var end = LoadedTestbed.Interconnect(worker).Channel(Channel);
        var subnet = $"169.254.{200 + worker}";
        return new Feature(
            Channel: $"{end}",
            FeatureConfig: new FeatureConfig(
                FeatureType.L3Base,
                new L3BaseConfig(
                    Ipv4Subnet: $"{subnet}.0",
                    Ipv4SubnetPrefixLength: 30,
                    MtuBytes: 9001,
                    VlanId: 4000 + worker,
                    ProviderBgpConfigs:
                    [
                        new ProviderBgpConfig($"providers/{DefaultTestbed.ProviderId}", 64512, $"{subnet}.1"),
                        new ProviderBgpConfig($"providers/{DefaultTestbed.PartnerId}", 64513, $"{subnet}.2"),
                    ])));
    }

    private async Task CycleAsync(int worker, (string Id, string Key) intent)
    {
        var interconnect = LoadedTestbed.Interconnect(worker);
        var connection = interconnect.Connection(intent.Id);
        await CallAsync(
            "POST",
            $"{interconnect}/connections?connectionId={intent.Id}",
            JsonContent.Create(
                new Connection(ActivationKey: intent.Key, BandwidthMbps: 1), ProtocolJson.Default.Connection));
        await CallAsync(
            "POST",
            $"{connection}/features?featureId=feature-1",
            JsonContent.Create(Proposal(worker), ProtocolJson.Default.Feature));
        await CallAsync("DELETE", $"{connection}", null);
    }

    private async Task<(string Id, string Key)> ConfirmAsync()
    {
        var body = await CallAsync(
            "POST",
            "portal/v1/connections",
            JsonContent.Create(new CreatePortalConnection(
                LoadedTestbed.Environment.Environment, BandwidthMbps: 1, "acct-b", "customer-1")),
            BenchmarkedReference.PortalToken);
        using var created = JsonDocument.Parse(body);
        var id = created.RootElement.GetProperty("connectionId").GetString()!;
        var key = created.RootElement.GetProperty("activationKey").GetString()!;
        await CallAsync(
            "POST",
            $"{LoadedTestbed.Environment}/ConfirmActivationKey",
            JsonContent.Create(
                new ConfirmActivationKeyRequest(EncodedKey: key), ProtocolJson.Default.ConfirmActivationKeyRequest));
        return (id, key);
    }

    private async Task<byte[]> CallAsync(
        string method, string path, HttpContent? content, string token = BenchmarkedReference.PartnerToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);
        // A refusal is quicker than the work: a figure that has one in it says nothing.
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync()
            : throw new InvalidOperationException(
                $"{method} {path}: expected a success, found {(int)response.StatusCode} "
                + await response.Content.ReadAsStringAsync());
    }
}
