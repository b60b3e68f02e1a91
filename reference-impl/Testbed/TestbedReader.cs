using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using YamlDotNet.RepresentationModel;

namespace Harness.Reference.Testbed;

/// <summary>Turns the mappings of a testbed file into the model.</summary>
internal static class TestbedReader
{
    public static TestbedModel Read(YamlMap map)
    {
        var provider = map.Map("provider", Provider);
        if (provider is null)
            map.Missing("provider", "a mapping with id and displayName");
        var guidance = map.Map("guidance", GuidanceReader.Read) ?? TestbedGuidance.Default;
        var peers = Items(map, "peers", Peer);
        Unique(map, "peers", peers, peer => peer.Id);
        var accounts = Items(map, "accounts", Account, optional: true);
        Unique(map, "accounts", accounts, account => account.Id);
        var environments = Items(map, "environments", inner => Environment(inner, guidance, peers));
        Unique(map, "environments", environments, environment => $"{environment.Name}");
        return new TestbedModel(
            provider ?? new TestbedProvider("", ""),
            peers,
            accounts,
            map.Faults.All is [] ? environments : [],
            GuidanceReader.Duration(map, "keyLifetime", TimeSpan.FromHours(24)));
    }

    private static TestbedProvider Provider(YamlMap map)
    {
        var id = Id(map, "id");
        return new TestbedProvider(id, map.OptionalText("displayName") ?? id);
    }

    private static TestbedPeer Peer(YamlMap map)
    {
        var id = Id(map, "id");
        var text = map.OptionalText("apiUri");
        Uri? apiUri = null;
        if (text is not null && (!Uri.TryCreate(text, UriKind.Absolute, out apiUri) || apiUri.Scheme != "https"))
            map.Faults.Add(map.Find("apiUri")!, map.Path("apiUri"), "an https URL", $"'{text}'");
        return new TestbedPeer(id, map.OptionalText("displayName") ?? id, apiUri);
    }

    private static TestbedAccount Account(YamlMap map) => new(
        Id(map, "id"),
        map.Flag("goodStanding", absent: true),
        map.Find("connectionQuota") is null ? null : (int)map.Number("connectionQuota", 0, int.MaxValue));

    private static TestbedEnvironment Environment(
        YamlMap map, TestbedGuidance outerGuidance, IReadOnlyList<TestbedPeer> peers)
    {
        var guidance = map.Map("guidance", GuidanceReader.Read) ?? outerGuidance;
        var sizes = Sizes(map, absent: null);
        var features = Features(map, absent: [FeatureType.L3Base]);
        var interconnects = Items(map, "interconnects", inner => Interconnect(inner, sizes, features, guidance));
        Unique(map, "interconnects", interconnects, interconnect => interconnect.Id);
        return new TestbedEnvironment(
            Id(map, "id"),
            KnownPeer(map, peers),
            map.Word("visibility", EnvironmentVisibility.Public),
            Items(map, "sites", Site),
            sizes,
            features,
            map.Find("deferralTimeoutHours") is null
                ? null
                : (int)map.Number("deferralTimeoutHours", 1, 8760),
            map.Flag("deferConnectionProvisioning", absent: false),
            interconnects);
    }

    private static TestbedSite Site(YamlMap map)
    {
        var site = map.Text("site", "a site code");
        return new TestbedSite(Provider(map, "provider"), site, map.OptionalText("displayName") ?? site);
    }

    private static TestbedInterconnect Interconnect(
        YamlMap map, IReadOnlyList<int> sizes, IReadOnlyList<FeatureType> features, TestbedGuidance guidance)
    {
        var channels = Items(map, "channels", Channel);
        Unique(map, "channels", channels, channel => channel.Id);
        return new TestbedInterconnect(
            Id(map, "id"),
            map.Word("state", InterconnectState.Active),
            (int)map.Number("maxBandwidthMbps", 1, int.MaxValue),
            Sizes(map, sizes),
            Features(map, features),
            map.Word("macsecSplit", MacsecSplit.Even) == MacsecSplit.Agreed,
            map.Map("guidance", GuidanceReader.Read) ?? guidance,
            channels);
    }

    private static TestbedChannel Channel(YamlMap map)
    {
        var aggregate = (int)map.Number("aggregateGbps", 1, 1_000_000);
        return new TestbedChannel(
            Id(map, "id"),
            map.OptionalText("device") ?? "",
            Provider(map, "macsecManager"),
            Provider(map, "crossConnectManager"),
            aggregate,
            (int)map.Number("memberGbps", 1, 1_000_000, absent: aggregate),
            map.OptionalText("demarc"),
            map.Word("adminState", AdminState.Enabled));
    }

    private static string Id(YamlMap map, string key)
    {
        const string Expected = "an id of 1 to 128 letters, digits, '-', '_', '.' or '~'";
        var id = map.Text(key, Expected);
        if (id.Length > 0 && !ResourceName.IsValidId(id))
            map.Faults.Add(map.Find(key)!, map.Path(key), Expected, $"'{id}'");
        return id;
    }

    private static string KnownPeer(YamlMap map, IReadOnlyList<TestbedPeer> peers)
    {
        var id = Id(map, "peer");
        var ids = peers.Select(peer => peer.Id).ToArray();
        if (id.Length > 0 && !ids.Contains(id))
        {
            map.Faults.Add(
                map.Find("peer")!, map.Path("peer"), $"one of the peers {string.Join(", ", ids)}", $"'{id}'",
                NearestWord.To(id, ids));
        }

        return id;
    }

    // CHN-01: pre-exchanged as a URI, so the file gives the URI and not the bare id.
    private static ProviderName Provider(YamlMap map, string key)
    {
        var text = map.Text(key, "a provider URI such as providers/aurora");
        if (ResourceName.TryParse<ProviderName>(text, out var name))
            return name;
        if (text.Length > 0)
        {
            map.Faults.Add(
                map.Find(key)!, map.Path(key), "a provider URI such as providers/aurora", $"'{text}'",
                ResourceName.IsValidId(text) ? $"providers/{text}" : null);
        }

        return new ProviderName("unknown");
    }

    private static IReadOnlyList<int> Sizes(YamlMap map, IReadOnlyList<int>? absent) => map.List(
        "sizesMbps", (node, path) => (int)map.Faults.Number(node, path, 1, int.MaxValue), absent, "a list of Mbps");

    private static IReadOnlyList<FeatureType> Features(YamlMap map, IReadOnlyList<FeatureType> absent) =>
        map.List("features", map.Faults.Word<FeatureType>, absent);

    private static IReadOnlyList<T> Items<T>(
        YamlMap map, string key, Func<YamlMap, T> read, bool optional = false)
        where T : class
    {
        var items = map.List<T?>(key, (node, path) => map.Faults.Map(node, path, read), optional ? [] : null);
        return [.. items.OfType<T>()];
    }

    private static void Unique<T>(YamlMap map, string key, IReadOnlyList<T> items, Func<T, string> id)
    {
        var sequence = map.Find(key) as YamlSequenceNode;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < items.Count && index < sequence?.Children.Count; index++)
        {
            var (node, path) = (sequence.Children[index], $"{map.Path(key)}[{index}].id");
            if (id(items[index]) is { Length: > 0 } text && !seen.Add(text))
                map.Faults.Add(node, path, "another id", $"'{text}' again");
        }
    }
}
