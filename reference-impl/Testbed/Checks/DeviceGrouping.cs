namespace Harness.Reference.Testbed.Checks;

/// <summary>The devices that an interconnect sits on.</summary>
/// <param name="Where">The interconnect.</param>
/// <param name="Devices">Obfuscated ids, each once.</param>
internal sealed record DeviceGrouping(string Where, IReadOnlySet<string> Devices)
{
    /// <summary>The devices in a stable order, for messages.</summary>
    public override string ToString() =>
        $"{Where} [{string.Join(", ", Devices.Order(StringComparer.Ordinal))}]";
}
