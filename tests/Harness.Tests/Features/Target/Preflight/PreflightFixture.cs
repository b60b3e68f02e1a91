using Harness.Features.Target.Hooks;
using Harness.Features.Target.Loading;
using Harness.Features.Target.Preflight;
using Harness.Protocol.Security;
using Harness.Reference.Clock;
using Harness.Reference.Hosting;
using Harness.Simulator;
using Harness.Tests.Reference;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Preflight;

/// <summary>A real target over TLS, a file that describes one environment of it, and ways to spoil the file.</summary>
internal sealed class PreflightFixture : IAsyncDisposable
{
    private readonly LocalCertificates certificates;
    private readonly CollectedLog log;
    private readonly ReferenceHost host;
    private readonly string directory;

    private PreflightFixture(LocalCertificates certificates, CollectedLog log, ReferenceHost host)
    {
        this.certificates = certificates;
        this.log = log;
        this.host = host;
        directory = Directory.CreateTempSubdirectory("preflight").FullName;
        File.WriteAllText(Path.Combine(directory, "ca.pem"), certificates.AuthorityPem);
        using var strangers = LocalCertificates.Create("another authority", TimeProvider.System);
        File.WriteAllText(Path.Combine(directory, "other.pem"), strangers.AuthorityPem);
    }

    /// <summary>The file, which is right.</summary>
    public string Yaml => $$$"""
        name: reference
        baseUrl: "{{{host.BaseUrl}}}"
        authentication: {bearer: {tokenEnv: PARTNER_TOKEN}}
        trust: {caFile: ca.pem}
        providers:
          target: aurora
          partner: borealis
          stranger:
            id: cirrus
            authentication: {bearer: {tokenEnv: STRANGER_TOKEN}}
            environment: env-cirrus
        accounts: {good: customer-1, remote: acct-b}
        clock: {mode: controlled, keyLifetime: 24h}
        timeouts: {request: 20s, operator: 20s}
        testbed:
          environments:
            - id: env-1
              interconnects:
                - id: ix1
                  maxBandwidthMbps: 10000
                  sizesMbps: [1, 1000]
                  channels:
                    - {id: ch1, macsecManager: borealis}
                    - {id: ch2, macsecManager: aurora}
                    - {id: ch3, macsecManager: borealis}
                    - {id: ch4, macsecManager: aurora}
        hooks:
          createConnection:
            http:
              method: POST
              url: "{baseUrl}/portal/v1/connections"
              headers: {Authorization: "Bearer {env:PORTAL_TOKEN}"}
              body:
                environment: "{environment}"
                bandwidthMbps: "{bandwidthMbps}"
                accountId: "{accountId}"
                remoteAccountId: "{remoteAccountId}"
              outputs: {connectionId: $.connectionId, activationKey: $.activationKey}
          getConnection:
            http:
              method: GET
              url: "{baseUrl}/portal/v1/connections/{connectionId}"
              headers: {Authorization: "Bearer {env:PORTAL_TOKEN}"}
              outputs: {bandwidthMbps: $.bandwidthMbps}
          deleteConnection:
            http:
              method: DELETE
              url: "{baseUrl}/portal/v1/connections/{connectionId}"
              headers: {Authorization: "Bearer {env:PORTAL_TOKEN}"}
          readClock:
            http:
              method: GET
              url: "{baseUrl}/operator/v1/clock"
              headers: {Authorization: "Bearer {env:PORTAL_TOKEN}"}
              outputs: {now: $.now}
          advanceClock:
            http:
              method: POST
              url: "{baseUrl}/operator/v1/clock"
              headers: {Authorization: "Bearer {env:PORTAL_TOKEN}"}
              body: {advanceSeconds: "{seconds}"}
              outputs: {now: $.now}
        """;

    public static async Task<PreflightFixture> StartAsync()
    {
        var certificates = LocalCertificates.Create("aurora", TimeProvider.System);
        var log = new CollectedLog();
        var host = await ReferenceHost.StartAsync(
            TestReference.Options(new ControllableClock(TestReference.Start), log, null) with
            {
                Certificate = certificates.Server,
            },
            CancellationToken.None);
        return new PreflightFixture(certificates, log, host);
    }

    /// <summary>The file with one text replaced by another.</summary>
    public string With(string old, string replacement)
    {
        Assert.That(Yaml, Does.Contain(old), "the text to replace stands in the file");
        return Yaml.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>Runs a preflight with a file's text.</summary>
    public Task<PreflightReport> RunAsync(string yaml, IPreflightListener? listener = null, Partner? partner = null)
    {
        var load = TargetLoader.Parse(yaml, "target.yaml", directory, Variable);
        Assert.That(load, Is.InstanceOf<TargetLoad.Loaded>(), $"{load}");
        return PreflightRun.RunAsync(
            ((TargetLoad.Loaded)load).File,
            partner,
            new NobodyAtTheConsole(),
            TimeProvider.System,
            listener ?? new Collector(),
            CancellationToken.None);
    }

    /// <summary>Starts the partner that the file speaks of.</summary>
    public Task<Partner> StartPartnerAsync() => Partner.StartAsync(
        new PartnerOptions(new("borealis"), new("aurora"), certificates.Server, TimeProvider.System));

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await log.DisposeAsync();
        certificates.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private static string? Variable(string name) => name switch
    {
        "PARTNER_TOKEN" => TestReference.BorealisToken,
        "STRANGER_TOKEN" => TestReference.CirrusToken,
        "PORTAL_TOKEN" => TestReference.PortalToken,
        "WRONG_TOKEN" => "a-wrong-token",
        _ => null,
    };

    internal sealed class Collector : IPreflightListener
    {
        public List<string> Events { get; } = [];

        public void Started(string check) => Events.Add($"started {check}");

        public void Found(string check, Finding finding)
        {
        }

        public void Finished(string check, Severity gravest) => Events.Add($"finished {check}");
    }
}
