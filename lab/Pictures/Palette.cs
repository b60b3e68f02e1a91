namespace Harness.Lab.Pictures;

/// <summary>Colours that can be told apart, also by people who see fewer of them, on light and on dark pages.</summary>
internal static class Palette
{
    private static readonly string[] _interconnects =
        ["#2f6fde", "#d9730d", "#2b9a66", "#a24bc0", "#c2365a", "#0e8f9c"];

    private static readonly string[] _customers = ["#c0392b", "#4a6fd0", "#8a7a1f", "#2f855a", "#8e44ad"];

    /// <summary>Colour of an interconnect.</summary>
    /// <param name="number">From 0.</param>
    public static string Interconnect(int number) => _interconnects[number % _interconnects.Length];

    /// <summary>Colour of a customer.</summary>
    /// <param name="number">From 1.</param>
    public static string Customer(int number) => _customers[(number - 1) % _customers.Length];
}
