namespace Harness.Lab.Planning;

/// <summary>Names of the daemons.</summary>
public static class RoutingDaemons
{
    /// <summary>Name of the program, such as <c>bgpd</c>.</summary>
    public static string Program(this RoutingDaemon daemon) => daemon switch
    {
        RoutingDaemon.Zebra => "zebra",
        RoutingDaemon.Bgpd => "bgpd",
        RoutingDaemon.Bfdd => "bfdd",
        RoutingDaemon.Staticd => "staticd",
        _ => throw new ArgumentOutOfRangeException(nameof(daemon), daemon, "no such daemon"),
    };
}
