namespace Harness.Features.Races.Models;

/// <summary>What the parts of a race are called in front of people.</summary>
internal static class ConnectionWords
{
    /// <summary>A connection by its number: <c>connection c0</c>.</summary>
    public static string Of(int connection) => $"connection c{connection}";

    /// <summary>An interconnect by its number: <c>interconnect A</c>.</summary>
    public static string Interconnect(int interconnect) => $"interconnect {(char)('A' + interconnect)}";
}
