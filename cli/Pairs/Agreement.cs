namespace Harness.Cli.Pairs;

/// <summary>
/// Compares what two providers show of a connection, each in the lines of <see cref="SideReader"/>.
/// </summary>
internal static class Agreement
{
    /// <summary>The first line that only one of them shows; null where they show the same.</summary>
    public static string? Difference(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var only = one.Except(other, StringComparer.Ordinal).FirstOrDefault();
        var lacking = other.Except(one, StringComparer.Ordinal).FirstOrDefault();
        return (only, lacking) switch
        {
            (null, null) => null,
            ({ } line, null) => $"only the first one shows {line}",
            (null, { } line) => $"only the second one shows {line}",
            _ => $"the first one shows {only}, the second one {lacking}",
        };
    }

    /// <summary>
    /// What keeps a connection from being in service in full: one place, its bandwidth, VERIFIED, a FINAL feature
    /// on each channel. Null where it is.
    /// </summary>
    /// <param name="lines">What both show of it.</param>
    /// <param name="mbps">The bandwidth that was asked for.</param>
    /// <param name="interconnect">Where it has to be; null for anywhere.</param>
    /// <param name="channels">How many channels an interconnect has.</param>
    public static string? Incomplete(
        IReadOnlyList<string> lines, int mbps, string? interconnect, Func<string, int> channels)
    {
        var connections = lines.Where(line => line.Contains(" Mbps ", StringComparison.Ordinal)).ToList();
        if (connections is not [var connection])
            return connections is [] ? "it is on no interconnect" : $"it is {string.Join(" and ", connections)}";
        var place = connection.Split('/')[1];
        if (interconnect is not null && place != interconnect)
            return $"it is on {place}";
        if (!connection.EndsWith($" {mbps} Mbps Verified", StringComparison.Ordinal))
            return connection;
        var final = lines.Count(line => line.EndsWith(" Final", StringComparison.Ordinal));
        return final == channels(place) ? null : $"{final} of {channels(place)} features are FINAL";
    }
}
