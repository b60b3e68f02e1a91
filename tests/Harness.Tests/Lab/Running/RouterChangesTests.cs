using Harness.Lab.Routers;
using Harness.Lab.Running;
using NUnit.Framework;

namespace Harness.Tests.Lab.Running;

public sealed class RouterChangesTests
{
    [Test]
    public void Changes_by_one_tool_are_one_command_and_keep_their_order()
    {
        var merged = RouterChanges.Merged([
            Change(RouterTool.Ip, "1"), Change(RouterTool.Ip, "2", "3"), Change(RouterTool.Frr, "4"),
            Change(RouterTool.Ip, "5"),
        ]);

        Assert.That(
            merged.Select(change => $"{change.Tool} {string.Join(' ', change.Lines)}"),
            Is.EqualTo(["Ip 1 2 3", "Frr 4", "Ip 5"]));
    }

    private static RouterChange Change(RouterTool tool, params string[] lines) =>
        new("router", tool, [.. lines.Select(line => new RouterLine(line))]);
}
