namespace Harness.Lab.Routers;

/// <summary>What carries out the lines of a change.</summary>
public enum RouterTool
{
    /// <summary><c>ip -batch</c>, which stops at the first line that fails.</summary>
    Ip,

    /// <summary><c>vtysh</c>, as lines of <c>frr.conf</c>; running daemons take them up without a restart.</summary>
    Frr,
}
