using System.Net;
using Harness.Protocol.Client;
using Harness.Protocol.Names;

namespace Harness.Features.Target.Loading;

/// <summary>Reads target files. Everything wrong with one is found in one look, each with its line.</summary>
public static class TargetLoader
{
    private static readonly IPEndPoint AnyLoopbackPort = new(IPAddress.Loopback, 0);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Of the file; relative paths in it start from its directory.</param>
    /// <param name="environment">Value of an environment variable; null where it is not set.</param>
    public static TargetLoad Load(string path, Func<string, string?> environment)
    {
        try
        {
            var directory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
            return Parse(File.ReadAllText(path), path, directory, environment);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return new TargetLoad.Faulty([new TargetFault(path, 1, "", "a readable file", cause.Message)]);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="source">What messages call the file.</param>
    /// <param name="directory">What relative paths in it start from.</param>
    /// <param name="environment">Value of an environment variable; null where it is not set.</param>
    public static TargetLoad Parse(
        string yaml,
        string source,
        string directory,
        Func<string, string?> environment)
    {
        var surroundings = new FileSurroundings(directory, environment);
        var (file, faults) = WholeYaml.Read(yaml, source, (map, lines) => Read(map, lines, surroundings));
        return file is null ? new TargetLoad.Faulty(faults) : new TargetLoad.Loaded(file);
    }

    private static TargetFile Read(YamlMap map, SourceLines lines, FileSurroundings surroundings)
    {
        var secrets = new SecretReader(surroundings);
        var authentication = new AuthenticationReader(surroundings, secrets);
        // Read with the partner that it proves; asked for here too, in case there is no partner.
        map.Find("authentication");
        var providers = map.Needed("providers", "a mapping with target and partner") is { } node
            ? map.Faults.Map(node, "providers", inner => Providers(map, inner, authentication))
            : null;
        providers ??= NoProviders();
        var ids = new[] { providers.Target.Id, providers.Partner.Provider.Id };
        return new TargetFile(
            lines,
            map.Text("name", "the target's name, for people"),
            map.OptionalText("version"),
            BaseUrl(map, "baseUrl"),
            authentication.Trust(map) ?? new ServerTrust.MachineAuthorities(),
            providers,
            map.Map("partner", inner => Partner(inner, secrets, authentication))
                ?? new PartnerSettings(AnyLoopbackPort, null, null, null),
            map.Map("accounts", Accounts) ?? new AccountSettings("customer", "customer", null, null),
            Testbed(map, ids),
            map.Map("timeouts", Timeouts) ?? TimeoutSettings.Default,
            map.Map("clock", Clock) ?? new ClockSettings(TimeMode.Skip, null),
            map.Map("hooks", new HookReader(surroundings, secrets, authentication).Read)
                ?? new Dictionary<Hooks.Hook, Hooks.HookDriver>(),
            surroundings.Secrets);
    }

    private static ProviderSettings NoProviders()
    {
        var nobody = new ProviderName("unknown");
        return new ProviderSettings(
            nobody, new CallerIdentity(nobody, NoAuthentication.Instance, null), 64_512, null, null);
    }

    private static TestbedSettings Testbed(YamlMap map, IReadOnlyList<string> ids)
    {
        var node = map.Needed("testbed", "a mapping with environments");
        return (node is null ? null : map.Faults.Map(node, "testbed", new TestbedReader(ids).Read))
            ?? new TestbedSettings([], null);
    }

    // The partner's own proof stands at the top, beside the URL that it is for.
    private static ProviderSettings Providers(YamlMap top, YamlMap map, AuthenticationReader authentication)
    {
        var target = new ProviderName(TestbedReader.Id(map, "target"));
        var partner = new ProviderName(TestbedReader.Id(map, "partner"));
        if (target == partner && target.Id.Length > 0)
            map.Wrong("partner", $"another provider than the target {target.Id}");
        string? environment = null;
        var stranger = map.Map("stranger", inner =>
        {
            environment = inner.OptionalText("environment");
            return authentication.Identity(inner, new ProviderName(TestbedReader.Id(inner, "id")));
        });
        return new ProviderSettings(
            target,
            authentication.Identity(top, partner),
            map.Number("partnerAsn", 1, uint.MaxValue, absent: 64_512),
            stranger,
            environment);
    }

    private static PartnerSettings Partner(YamlMap map, SecretReader secrets, AuthenticationReader authentication)
    {
        const string Expected = "an address and a port such as 127.0.0.1:8443";
        var listen = AnyLoopbackPort;
        if (map.OptionalText("listen", Expected) is { } text
            && (!IPEndPoint.TryParse(text, out listen!) || !text.Contains(':', StringComparison.Ordinal)))
            map.Wrong("listen", Expected);
        return new PartnerSettings(
            listen ?? AnyLoopbackPort,
            map.Find("publicUrl") is null ? null : BaseUrl(map, "publicUrl"),
            map.Map("tls", authentication.Certificate),
            map.Map("inbound", secrets.Token));
    }

    private static AccountSettings Accounts(YamlMap map) => new(
        map.OptionalText("good") ?? "customer",
        map.OptionalText("remote") ?? "customer",
        map.OptionalText("suspended"),
        map.OptionalText("full"));

    private static TimeoutSettings Timeouts(YamlMap map)
    {
        var absent = TimeoutSettings.Default;
        return new TimeoutSettings(
            Durations.Read(map, "request", absent.Request),
            Durations.Read(map, "settle", absent.Settle),
            Durations.Read(map, "quiet", absent.Quiet),
            Durations.Read(map, "operator", absent.Operator),
            Durations.Read(map, "scenario", absent.Scenario))
        {
            Negotiation = Durations.Read(map, "negotiation", absent.Negotiation),
        };
    }

    private static ClockSettings Clock(YamlMap map) => new(
        Enum.Parse<TimeMode>(map.Word("mode", ["controlled", "real", "skip"], "skip"), ignoreCase: true),
        Durations.Read(map, "keyLifetime", null));

    private static Uri BaseUrl(YamlMap map, string key)
    {
        const string Expected = "an https URL without query, such as https://api.example/coordinator";
        var text = map.Text(key, Expected);
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https", Query: "", Fragment: "" })
            return url;
        if (text.Length > 0)
            map.Wrong(key, Expected);
        return new Uri("https://localhost");
    }
}
