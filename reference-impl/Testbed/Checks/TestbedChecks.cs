namespace Harness.Reference.Testbed.Checks;

/// <summary>All checks that a testbed goes through before the server starts.</summary>
public static class TestbedChecks
{
    /// <summary>The checks, in the order of their findings.</summary>
    public static IReadOnlyList<TestbedCheck> All { get; } =
    [
        new("ENV-02", Severity.Error, EnvironmentChecks.Sites),
        new("ENV-03", Severity.Error, EnvironmentChecks.Support),
        new("ENV-04", Severity.Warning, EnvironmentChecks.UniqueIds),
        new("IXC-02", Severity.Error, InterconnectChecks.Capacity),
        new("IXC-03", Severity.Warning, InterconnectChecks.EqualChannels),
        new("IXC-04", Severity.Error, InterconnectChecks.Diversity),
        new("CHN-01", Severity.Error, InterconnectChecks.Managers),
        new("CHN-02", Severity.Warning, InterconnectChecks.MacsecDuty),
        new("GUI-02", Severity.Error, GuidanceChecks.Ranges),
        new("GUI-03", Severity.Error, GuidanceChecks.Subnets),
        new("IXC-05", Severity.Warning, DeviceGroupingChecks.SharedGroupings),
        new("MNT-07", Severity.Warning, DeviceGroupingChecks.Deadlock),
    ];

    /// <summary>Runs every check.</summary>
    public static IReadOnlyList<Finding> Run(TestbedModel testbed) =>
        [.. All.SelectMany(check => check.Run(testbed))];
}
