using Harness.Lab.Maintenance;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;

namespace Harness.Lab.Pictures;

/// <summary>
/// Draws a lab: providers left and right, channels between them by interconnect, customers' sites on the outside. Every
/// label has a row of its own, so that none covers another.
/// </summary>
public sealed class LabPicture
{
    private readonly LabWiring wiring;
    private readonly LabPictureLayout layout;
    private readonly SvgWriter svg;

    private LabPicture(LabWiring wiring, LabPictureLayout layout, SvgWriter svg)
    {
        this.wiring = wiring;
        this.layout = layout;
        this.svg = svg;
    }

    /// <summary>Draws a lab as SVG.</summary>
    public static string Of(LabWiring wiring)
    {
        var layout = new LabPictureLayout(wiring);
        var description = Describe(wiring);
        using var svg = new SvgWriter(
            LabPictureLayout.Width, layout.Height, $"Lab {wiring.Topology.Name}", description);
        new LabPicture(wiring, layout, svg).Draw(description);
        return svg.Finish();
    }

    /// <summary>Tells in a line what the picture shows.</summary>
    public static string Describe(LabWiring wiring)
    {
        var providers = wiring.Topology.Providers;
        return $"{providers[0].DisplayName} and {providers[1].DisplayName} with "
            + $"{wiring.Channels.Count} channels and {wiring.Sites.Count} sites";
    }

    private void Draw(string description)
    {
        svg.Text("title", LabPictureLayout.Margin, 36, $"Lab {wiring.Topology.Name}");
        svg.Text("quiet", LabPictureLayout.Margin, 58, description);
        foreach (var panel in layout.Panels)
            DrawPanel(panel);
        foreach (var site in wiring.Sites)
            DrawAttachments(site);
        foreach (var row in layout.Channels)
            DrawWires(row);
        foreach (var device in layout.Devices)
            DrawDevice(device.Key, device.Value);
        foreach (var site in wiring.Sites)
            DrawSite(site);
        foreach (var heading in layout.Headings)
            svg.Text("strong", heading.X, heading.Y, heading.Text, "middle");
        foreach (var row in layout.Channels)
            DrawChannel(row);
        foreach (var (at, provider) in wiring.Topology.Providers.Index())
            svg.Text("quiet", LabPictureLayout.Margin, layout.FootTop + (at * 22), Maintenance(provider));
    }

    private void DrawPanel(LabPictureLayout.Panel panel)
    {
        svg.Box("panel", panel.Area.X, panel.Area.Y, panel.Area.Width, panel.Area.Height, 12);
        var middle = panel.Area.X + (panel.Area.Width / 2);
        svg.Text("strong", middle, panel.Area.Y + 24, panel.Provider.DisplayName, "middle");
        svg.Text("small", middle, panel.Area.Y + 41, $"AS {panel.Provider.Asn}", "middle");
    }

    private void DrawDevice(LabDevice device, LabPictureLayout.Area area)
    {
        svg.Box("box", area.X, area.Y, area.Width, area.Height);
        var middle = area.X + (area.Width / 2);
        svg.Text("strong", middle, area.Middle - 2, device.Node, "middle");
        svg.Text("small", middle, area.Middle + 14, $"{wiring.RouterId(device.Node)}", "middle");
    }

    private void DrawSite(WiredSite site)
    {
        var area = layout.Sites[site.Site.Router];
        var colour = Palette.Customer(site.Tenant.Number);
        svg.Box("box", area.X, area.Y, area.Width, area.Height, 10);
        svg.Box("tone", area.X, area.Y, 6, area.Height, 3, $"fill:{colour}");
        svg.Text("strong", area.X + 18, area.Y + 22, site.Site.Router);
        svg.Text("small", area.X + 18, area.Y + 39, $"AS {site.Site.Asn}, {site.Network.Ipv4}");
        svg.Text("small", area.X + 18, area.Y + 55, $"{site.Network.Ipv6}");
        svg.Text("small", area.X + 18, area.Y + 71, $"host {site.HostAddress}");
    }

    private void DrawAttachments(WiredSite site)
    {
        var area = layout.Sites[site.Site.Router];
        foreach (var (at, attachment) in site.Attachments.Index())
        {
            var y = area.Y + ((at + 1) * area.Height / (site.Attachments.Count + 1));
            var (x, port) = layout.AttachmentPort(attachment);
            var from = x > area.X ? area.X + area.Width : area.X;
            svg.Path("attachment", SvgWriter.Curve(from, y, x, port), Palette.Customer(site.Tenant.Number));
        }
    }

    private void DrawWires(LabPictureLayout.ChannelRow row)
    {
        foreach (var (x, y, port, portY) in row.Ways)
        {
            var way = SvgWriter.Curve(port, portY, x, y);
            var planned = row.Planned ? " planned" : "";
            svg.Path((row.Channel.Members > 1 ? "lag" : "wire") + planned, way, row.Colour);
            if (row.Channel.Members > 1)
                svg.Path("core" + planned, way);
        }
    }

    private void DrawChannel(LabPictureLayout.ChannelRow row)
    {
        var area = row.Area;
        svg.Box(
            row.Planned ? "box planned" : "box", area.X, area.Y, area.Width, area.Height, area.Height / 2,
            $"stroke:{row.Colour};stroke-width:1.8");
        var members = row.Channel.Members > 1 ? $", LAG of {row.Channel.Members}" : "";
        svg.Text("", area.X + (area.Width / 2), area.Middle + 4.5, $"{row.Channel.Id}{members}", "middle");
    }

    private string Maintenance(LabProvider provider) => MaintenanceSchedule.Of(wiring.Topology, provider) switch
    {
        MaintenanceSchedule.Sound(var windows) =>
            $"Maintenance of {provider.Id} in turn: {string.Join(", then ", windows.Select(AtOnce))}",
        var deadlock => $"Maintenance of {provider.Id} deadlocks: {deadlock}",
    };

    private static string AtOnce(IReadOnlyList<string> devices) => string.Join(" with ", devices);
}
