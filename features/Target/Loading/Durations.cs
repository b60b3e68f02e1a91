using System.Globalization;

namespace Harness.Features.Target.Loading;

/// <summary>Reads durations such as <c>500ms</c>, <c>10s</c>, <c>2m</c>, <c>24h</c> and <c>7d</c>.</summary>
internal static class Durations
{
    private static readonly (string Unit, double Seconds)[] Units =
        [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400)];

    /// <summary>A duration of a mapping; what is to be where it is absent.</summary>
    public static TimeSpan? Read(YamlMap map, string key, TimeSpan? absent)
    {
        const string Expected = "a duration such as 500ms, 10s, 2m, 24h or 7d";
        if (map.OptionalText(key, Expected) is not { } text)
            return absent;
        var digits = text.TrimEnd([.. "smhd"]);
        var unit = Units.FirstOrDefault(unit => unit.Unit == text[digits.Length..]);
        if (unit.Unit is not null
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return TimeSpan.FromSeconds(count * unit.Seconds);
        map.Wrong(key, Expected);
        return absent;
    }

    /// <summary>A duration of a mapping; what is to be where it is absent.</summary>
    public static TimeSpan Read(YamlMap map, string key, TimeSpan absent) => Read(map, key, (TimeSpan?)absent)!.Value;
}
