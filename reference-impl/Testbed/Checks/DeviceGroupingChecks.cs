namespace Harness.Reference.Testbed.Checks;

/// <summary>Checks of how interconnects share devices.</summary>
internal static class DeviceGroupingChecks
{
    /// <summary>IXC-05: two interconnects share all their devices or none.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> SharedGroupings(TestbedModel testbed)
    {
        var groupings = Groupings(testbed);
        for (var i = 0; i < groupings.Count; i++)
        {
            foreach (var other in groupings.Skip(i + 1))
            {
                var shared = groupings[i].Devices.Intersect(other.Devices).Order(StringComparer.Ordinal).ToArray();
                if (shared.Length > 0 && !groupings[i].Devices.SetEquals(other.Devices))
                {
                    yield return (
                        $"{groupings[i].Where} and {other.Where}",
                        $"expected the same devices or none in common, found only {string.Join(", ", shared)}",
                        "move one of the two interconnects to the other's devices or to devices of its own");
                }
            }
        }
    }

    /// <summary>MNT-07: every device still finds a maintenance window.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> Deadlock(TestbedModel testbed)
    {
        foreach (var deadlock in MaintenanceDeadlock.Find(Groupings(testbed)))
        {
            yield return (
                string.Join(" and ", deadlock.Groupings),
                $"expected {deadlock.Windows} maintenance windows to do, one for each device of the largest "
                + $"interconnect, found {string.Join(", ", deadlock.Devices)} in each other's way: one of them "
                + "never gets a window",
                $"move {deadlock.Cure.Where} to the devices of another interconnect or to devices of its own");
        }
    }

    private static IReadOnlyList<DeviceGrouping> Groupings(TestbedModel testbed) =>
    [
        .. testbed.Environments.SelectMany(environment => environment.Interconnects.Select(
            interconnect => new DeviceGrouping(
                $"{environment.Name.Interconnect(interconnect.Id)}",
                interconnect.Channels
                    .Select(channel => channel.Device)
                    .Where(device => device.Length > 0)
                    .ToHashSet(StringComparer.Ordinal)))),
    ];
}
