using Harness.Features.Target;
using Harness.Features.Target.Loading;
using NUnit.Framework;

namespace Harness.Tests.Features.Target;

/// <summary>A target file with everything that it needs, to be spoilt line by line.</summary>
internal static class SampleTarget
{
    public const string Yaml = """
        name: sample
        baseUrl: "https://127.0.0.1:1/api"
        authentication: {bearer: {tokenEnv: PARTNER_TOKEN}}
        trust: system
        providers:
          target: aurora
          partner: borealis
        accounts: {good: customer-1, remote: acct-b}
        clock: {mode: controlled, keyLifetime: 24h}
        timeouts: {request: 5s, operator: 5s}
        testbed:
          environments:
            - ids: [env-1, env-2]
              interconnects:
                - id: ix1
                  maxBandwidthMbps: 1000
                  sizesMbps: [50, 100]
                  channels:
                    - {id: ch1, macsecManager: borealis}
                    - {id: ch2, macsecManager: aurora}
        hooks:
          createConnection:
            http:
              method: POST
              url: "{baseUrl}/portal"
              headers: {Authorization: "Bearer {env:PORTAL_TOKEN}"}
              body: {environment: "{environment}", bandwidthMbps: "{bandwidthMbps}"}
              outputs: {connectionId: $.id, activationKey: $.key}
        """;

    public static string? Variable(string name) => name switch
    {
        "PARTNER_TOKEN" => "partner-secret",
        "PORTAL_TOKEN" => "portal-secret",
        "STRANGER_TOKEN" => "stranger-secret",
        _ => null,
    };

    /// <summary>The file with one text replaced by another.</summary>
    public static string With(string old, string replacement)
    {
        var spoilt = Yaml.Replace(old, replacement, StringComparison.Ordinal);
        Assert.That(spoilt, Is.Not.EqualTo(Yaml), "the text to replace stands in the sample");
        return spoilt;
    }

    public static TargetLoad Parse(string yaml) =>
        TargetLoader.Parse(yaml, "target.yaml", Path.GetTempPath(), Variable);

    /// <summary>The file, which has to be right.</summary>
    public static TargetFile Load(string yaml)
    {
        var load = Parse(yaml);
        Assert.That(load, Is.InstanceOf<TargetLoad.Loaded>(), $"{load}");
        return ((TargetLoad.Loaded)load).File;
    }

    /// <summary>What is wrong with the file, a line each.</summary>
    public static IReadOnlyList<string> Faults(string yaml) =>
        Parse(yaml) is TargetLoad.Faulty faulty ? [.. faulty.Faults.Select(fault => $"{fault}")] : [];

    /// <summary>The number of the line on which a text stands.</summary>
    public static int LineOf(string yaml, string text) =>
        yaml[..yaml.IndexOf(text, StringComparison.Ordinal)].Count(character => character == '\n') + 1;
}
