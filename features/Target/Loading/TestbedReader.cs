using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using YamlDotNet.RepresentationModel;

namespace Harness.Features.Target.Loading;

/// <summary>Reads the static resources that target and partner agreed on.</summary>
/// <param name="providers">Ids of the target and the partner, either of which may manage a channel's keys.</param>
internal sealed class TestbedReader(IReadOnlyList<string> providers)
{
    private const int MostHours = 24 * 365;
    private const string IdForm = "an id of 1 to 128 letters, digits, '-', '_', '.' or '~'";

    private static readonly string[] States =
        [.. Enum.GetNames<InterconnectState>().Select(name => name.ToUpperInvariant())];

    private readonly ManagerIds managers = new(providers);

    public TestbedSettings Read(YamlMap map)
    {
        var environments = map.List(
                "environments",
                (node, path) => map.Faults.Map(node, path, Environments),
                "a list of environments")
            .SelectMany(group => group)
            .ToList();
        managers.Judge(map.Faults);
        Unique(map, environments, environment => environment.Id, environment => environment.Path);
        var deferring = environments.Where(environment => environment.DeferralTimeout is not null).ToList();
        if (deferring.Count > 1 || (deferring.Count == environments.Count && deferring is not []))
            map.Wrong(
                "environments",
                "one environment at most with defer, and another one without it",
                $"{deferring.Count} of {environments.Count} with it");
        return Spared(map, [.. environments.Except(deferring)]) with { Deferring = deferring.FirstOrDefault() };
    }

    /// <summary>An id below a key; a fault where it is none.</summary>
    public static string Id(YamlMap map, string key)
    {
        var id = map.Text(key, IdForm);
        if (id.Length > 0 && !ResourceName.IsValidId(id))
            map.Wrong(key, IdForm);
        return id;
    }

    private static string? CheckedId(YamlMap map, YamlNode node, string path)
    {
        var id = map.Faults.Text(node, path, IdForm);
        if (id is not null && !ResourceName.IsValidId(id))
            map.Faults.Add(node, path, IdForm, $"'{id}'");
        return id;
    }

    private static TestbedSettings Spared(YamlMap map, List<EnvironmentSettings> environments)
    {
        if (map.OptionalText("spareEnvironment") is not { } spare)
            return new TestbedSettings(environments, null);
        var found = environments.FirstOrDefault(environment => environment.Id == spare);
        var ids = environments.Select(environment => environment.Id).ToList();
        if (found is null || environments.Count == 1)
            map.Wrong(
                "spareEnvironment",
                found is null ? "the id of one of the environments" : "another environment beside it",
                hint: YamlFaults.DidYouMean(spare, ids));
        return new TestbedSettings([.. environments.Where(environment => environment != found)], found);
    }

    private static void Unique<T>(
        YamlMap map,
        IEnumerable<T> items,
        Func<T, string> id,
        Func<T, string> path)
    {
        foreach (var twice in items.GroupBy(id).Where(group => group.Key.Length > 0 && group.Skip(1).Any()))
            map.Faults.Add(map.Node, path(twice.Last()), "ids that differ", $"'{twice.Key}' twice");
    }

    // Environments that are alike stand in the file once, with all their ids.
    private IReadOnlyList<EnvironmentSettings> Environments(YamlMap map)
    {
        var ids = map.Find("ids") is null
            ? [Id(map, "id")]
            : map.List("ids", (node, path) => CheckedId(map, node, path));
        var interconnects = map.List(
            "interconnects",
            (node, path) => map.Faults.Map(node, path, Interconnect),
            "a list of interconnects");
        Unique(map, interconnects, interconnect => interconnect.Id, interconnect => interconnect.Path);
        var deferral = Deferral(map);
        return
        [
            .. ids.Select(id => new EnvironmentSettings(map.Path, id, interconnects) { DeferralTimeout = deferral }),
        ];
    }

    private static TimeSpan? Deferral(YamlMap map)
    {
        var defers = map.Flag("defer", absent: false);
        var hours = map.Number("deferralTimeoutHours", 1, MostHours, absent: 0);
        if (defers == (hours == 0))
            map.Wrong(
                defers ? "deferralTimeoutHours" : "defer",
                defers ? "the hours after which a deferral is rolled back" : "true beside deferralTimeoutHours");
        return defers && hours > 0 ? TimeSpan.FromHours(hours) : null;
    }

    private InterconnectSettings Interconnect(YamlMap map)
    {
        var channels = map.List(
            "channels",
            (node, path) => map.Faults.Map(node, path, Channel),
            "a list of channels");
        Unique(map, channels, channel => channel.Id, channel => channel.Path);
        return new InterconnectSettings(
            map.Path,
            Id(map, "id"),
            Enum.Parse<InterconnectState>(map.Word("state", States, "ACTIVE"), ignoreCase: true),
            (int)map.Number("maxBandwidthMbps", 1, int.MaxValue),
            map.Numbers("sizesMbps", 1, int.MaxValue, "a list of sizes in Mbps"),
            map.Word("macsecSplit", ["even", "agreed"], "even") == "agreed",
            map.Flag("rotateKeys", absent: false),
            channels);
    }

    private ChannelSettings Channel(YamlMap map) =>
        new(map.Path, Id(map, "id"), managers.Read(map, "macsecManager"));
}
