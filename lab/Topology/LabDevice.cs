namespace Harness.Lab.Topology;

/// <summary>A device of a provider.</summary>
/// <param name="Provider">Id of the provider.</param>
/// <param name="Device">Id of the device within it.</param>
public sealed record LabDevice(string Provider, string Device)
{
    /// <summary>Name of the router that is this device.</summary>
    public string Node => $"{Provider}-{Device}";

    /// <summary>The router's name.</summary>
    public override string ToString() => Node;
}
