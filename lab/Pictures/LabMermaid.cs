using System.Text;
using Harness.Lab.Wiring;

namespace Harness.Lab.Pictures;

/// <summary>Draws a lab as a mermaid flowchart, for pages that render it themselves.</summary>
public static class LabMermaid
{
    /// <summary>Draws a lab.</summary>
    public static string Of(LabWiring wiring)
    {
        var lab = wiring.Topology;
        var text = new StringBuilder("flowchart LR\n");
        foreach (var provider in lab.Providers)
        {
            text.Append($"  subgraph p_{Key(provider.Id)}[\"{Label(provider.DisplayName)}, AS {provider.Asn}\"]\n");
            foreach (var device in wiring.Devices.Where(device => device.Provider == provider.Id))
                text.Append($"    {Key(device.Node)}[\"{device.Node}\"]\n");
            text.Append("  end\n");
        }

        foreach (var site in wiring.Sites)
        {
            text.Append($"  {Key(site.Site.Router)}([\"{site.Site.Router}, {site.Network.Ipv4}\"])\n");
            foreach (var attachment in site.Attachments)
                text.Append(site.Site.Provider == lab.Providers[0].Id
                    ? $"  {Key(attachment.Site.Node)} --- {Key(attachment.Device.Node)}\n"
                    : $"  {Key(attachment.Device.Node)} --- {Key(attachment.Site.Node)}\n");
        }

        foreach (var interconnect in lab.Interconnects)
        {
            var (line, end) = interconnect.Planned ? ("-.", ".-") : ("==", "===");
            foreach (var channel in interconnect.Channels)
            {
                var members = channel.Members > 1 ? $" x{channel.Members}" : "";
                text.Append($"  {Key(channel.First.Node)} {line} \"{interconnect.Id}/{channel.Id}{members}\" {end} ");
                text.Append($"{Key(channel.Second.Node)}\n");
            }
        }

        return text.ToString();
    }

    // Words such as "end" have a meaning of their own in mermaid; a prefix keeps ids clear of them.
    private static string Key(string id) => $"n_{id.Replace('-', '_')}";

    private static string Label(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal);
}
