using Harness.Lab.Topology;
using Harness.Lab.Wiring;

namespace Harness.Lab.Pictures;

/// <summary>Where everything of a lab's picture stands, in pixels.</summary>
internal sealed class LabPictureLayout
{
    public const double Margin = 24;
    public const double Width = 1400;

    private const double Top = 84;
    private const double SiteWidth = 196;
    private const double SiteHeight = 82;
    private const double SiteGap = 26;
    private const double PanelWidth = 176;
    private const double PanelHead = 54;
    private const double PanelLeft = 310;
    private const double DeviceInset = 18;
    private const double DeviceGap = 16;
    private const double PortHeight = 17;
    private const double LeastDevice = 52;
    private const double ChannelWidth = 172;
    private const double ChannelHeight = 30;
    private const double ChannelGap = 12;
    private const double HeadingHeight = 34;
    private const double FootLine = 22;

    private readonly LabWiring wiring;
    private readonly Dictionary<LabDevice, List<string>> attached = [];

    public LabPictureLayout(LabWiring wiring)
    {
        this.wiring = wiring;
        foreach (var device in wiring.Devices)
            attached.Add(device, [.. wiring.AttachmentsOf(device).Select(it => it.Device.Interface)]);
        var tallest = Enumerable.Range(0, 2)
            .SelectMany(side => new[] { PanelHeight(side), SitesHeight(side) })
            .Append(ChannelsHeight)
            .Max();
        for (var side = 0; side < 2; side++)
        {
            PlacePanel(side, Top + ((tallest - PanelHeight(side)) / 2));
            PlaceSites(side, Top + ((tallest - SitesHeight(side)) / 2));
        }

        PlaceChannels(Top + ((tallest - ChannelsHeight) / 2));
        FootTop = Top + tallest + 44;
        Height = FootTop + FootLine + Margin;
    }

    public double Height { get; }

    public double FootTop { get; }

    public List<Panel> Panels { get; } = [];

    public List<(double X, double Y, string Text)> Headings { get; } = [];

    public Dictionary<LabDevice, Area> Devices { get; } = [];

    public Dictionary<string, Area> Sites { get; } = [];

    public List<ChannelRow> Channels { get; } = [];

    /// <summary>Where a site's wire arrives at a device.</summary>
    public (double X, double Y) AttachmentPort(WiredAttachment attachment)
    {
        var (device, area) = Devices.Single(it => it.Key.Node == attachment.Device.Node);
        var ports = attached[device];
        var y = area.Y + ((ports.IndexOf(attachment.Device.Interface) + 1) * area.Height / (ports.Count + 1));
        return (area.X < Width / 2 ? area.X : area.X + area.Width, y);
    }

    private double ChannelsHeight => wiring.Topology.Interconnects
        .Sum(it => HeadingHeight + (it.Channels.Count * (ChannelHeight + ChannelGap)));

    private double PanelHeight(int side) =>
        PanelHead + DevicesOf(side).Sum(device => DeviceHeight(device) + DeviceGap);

    private double SitesHeight(int side) => SitesOf(side).Count() * (SiteHeight + SiteGap);

    private double DeviceHeight(LabDevice device) =>
        Math.Max(LeastDevice, PortHeight * (1 + Math.Max(attached[device].Count, ChannelsOf(device).Count())));

    private IEnumerable<LabDevice> DevicesOf(int side) =>
        wiring.Devices.Where(device => device.Provider == wiring.Topology.Providers[side].Id);

    private IEnumerable<WiredSite> SitesOf(int side) =>
        wiring.Sites.Where(site => site.Site.Provider == wiring.Topology.Providers[side].Id);

    private IEnumerable<LabChannel> ChannelsOf(LabDevice device) => wiring.Topology.Interconnects
        .SelectMany(interconnect => interconnect.Channels)
        .Where(channel => channel.First == device || channel.Second == device);

    private void PlacePanel(int side, double y)
    {
        var x = side == 0 ? PanelLeft : Width - PanelLeft - PanelWidth;
        Panels.Add(new Panel(wiring.Topology.Providers[side], new Area(x, y, PanelWidth, PanelHeight(side))));
        y += PanelHead;
        foreach (var device in DevicesOf(side))
        {
            var height = DeviceHeight(device);
            Devices.Add(device, new Area(x + DeviceInset, y, PanelWidth - (2 * DeviceInset), height));
            y += height + DeviceGap;
        }
    }

    private void PlaceSites(int side, double y)
    {
        var x = side == 0 ? Margin : Width - Margin - SiteWidth;
        foreach (var site in SitesOf(side))
        {
            Sites.Add(site.Site.Router, new Area(x, y + (SiteGap / 2), SiteWidth, SiteHeight));
            y += SiteHeight + SiteGap;
        }
    }

    private void PlaceChannels(double y)
    {
        var x = (Width - ChannelWidth) / 2;
        foreach (var (at, interconnect) in wiring.Topology.Interconnects.Index())
        {
            var planned = interconnect.Planned ? " (planned)" : "";
            Headings.Add((Width / 2, y + HeadingHeight - 12, $"{interconnect.Id}{planned}"));
            y += HeadingHeight;
            foreach (var channel in interconnect.Channels)
            {
                var area = new Area(x, y, ChannelWidth, ChannelHeight);
                var (left, right) = (Port(channel, channel.First), Port(channel, channel.Second));
                Channels.Add(new ChannelRow(channel, interconnect.Planned, Palette.Interconnect(at), area,
                [
                    (area.X, area.Middle, left.X, left.Y),
                    (area.X + area.Width, area.Middle, right.X, right.Y),
                ]));
                y += ChannelHeight + ChannelGap;
            }
        }
    }

    private (double X, double Y) Port(LabChannel channel, LabDevice device)
    {
        var area = Devices[device];
        var ports = ChannelsOf(device).ToList();
        var port = ports.FindIndex(other => ReferenceEquals(other, channel));
        var x = area.X < Width / 2 ? area.X + area.Width : area.X;
        return (x, area.Y + ((port + 1) * area.Height / (ports.Count + 1)));
    }

    /// <summary>A rectangle.</summary>
    internal sealed record Area(double X, double Y, double Width, double Height)
    {
        public double Middle => Y + (Height / 2);
    }

    /// <summary>What frames a provider's devices.</summary>
    internal sealed record Panel(LabProvider Provider, Area Area);

    /// <summary>A channel's label, and the ways to it: where each ends at the label and where at a device.</summary>
    internal sealed record ChannelRow(
        LabChannel Channel,
        bool Planned,
        string Colour,
        Area Area,
        IReadOnlyList<(double X, double Y, double PortX, double PortY)> Ways);
}
