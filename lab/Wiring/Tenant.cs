namespace Harness.Lab.Wiring;

/// <summary>A customer as the providers' devices know it: a routing table of its own.</summary>
/// <param name="Customer">Id of the customer.</param>
/// <param name="Number">Its number within the lab, from 1.</param>
public sealed record Tenant(string Customer, int Number)
{
    private const int FirstTable = 1000;

    /// <summary>Name of its VRF on every device.</summary>
    public string Vrf => $"cust{Number}";

    /// <summary>Number of the VRF's routing table.</summary>
    public int Table => FirstTable + Number;
}
