namespace Harness.Lab.Topology.Yaml;

/// <summary>Turns a topology file into the model, and finds what no lab can be built from.</summary>
internal sealed class TopologyReader
{
    private const int MostMembers = 8;
    private const long MostAsn = uint.MaxValue;

    private IReadOnlyList<LabProvider> providers = [];

    public LabTopology Read(YamlPart file)
    {
        var name = file.Needed("name", part => part.Id(), "");
        providers = file.Needed("providers", Providers, []);
        var interconnects = file.Needed("interconnects", part => part.Items(Interconnect, it => it.Id), []);
        var customers = file.Needed("customers", part => part.Items(Customer, it => it.Id), []);
        file.Close();
        var nodes = providers
            .SelectMany(provider => provider.Devices.Select(device => new LabDevice(provider.Id, device).Node))
            .Concat(customers.SelectMany(customer => customer.Sites).SelectMany(it => new[] { it.Router, it.Host }));
        foreach (var twice in nodes.GroupBy(node => node).Where(group => group.Count() > 1))
            file.Wrong("ids that give every node a name of its own", $"{twice.Count()} nodes named {twice.Key}");
        return new LabTopology(name, providers, interconnects, customers);
    }

    private static IReadOnlyList<LabProvider> Providers(YamlPart part)
    {
        var found = part.Items(Provider, provider => provider.Id);
        if (found.Count != 2)
            part.Wrong("two providers", $"{found.Count}");
        return found;
    }

    private static LabProvider Provider(YamlPart part)
    {
        var id = part.Needed("id", it => it.Id(), "");
        var provider = new LabProvider(
            id,
            part.Optional("displayName")?.Text() ?? id,
            part.Needed("asn", Asn, 1),
            part.Needed("devices", devices => devices.Items(device => device.Id(), device => device), []));
        part.Close();
        return provider;
    }

    private LabInterconnect Interconnect(YamlPart part)
    {
        var interconnect = new LabInterconnect(
            part.Needed("id", it => it.Id(), ""),
            part.Optional("planned")?.Flag() ?? false,
            part.Needed("channels", channels => channels.Items(Channel, channel => channel.Id), []));
        part.Close();
        return interconnect;
    }

    private LabChannel Channel(YamlPart part)
    {
        var id = part.Needed("id", it => it.Id(), "");
        var devices = part.Needed("devices", Ends, []);
        var members = (int)(part.Optional("members")?.Number(1, MostMembers) ?? 1);
        part.Close();
        return devices is [var first, var second]
            ? new LabChannel(id, first, second, members)
            : new LabChannel(id, new LabDevice("", ""), new LabDevice("", ""), members);
    }

    private LabDevice[] Ends(YamlPart part)
    {
        var ends = providers
            .Select(provider => new LabDevice(
                provider.Id, part.Needed(provider.Id, device => KnownDevice(device, provider), "")))
            .ToArray();
        part.Close();
        return ends;
    }

    private LabCustomer Customer(YamlPart part)
    {
        var id = part.Needed("id", it => it.Id(), "");
        if (providers.Any(provider => provider.Id == id))
            part.Wrong("a customer that is not named as a provider", $"'{id}'");
        var customer = new LabCustomer(id, part.Needed("sites", sites => Sites(sites, id), []));
        part.Close();
        return customer;
    }

    private IReadOnlyList<LabSite> Sites(YamlPart part, string customer)
    {
        var sites = part.Items(site => Site(site, customer), site => site.Provider);
        if (sites.Count != providers.Count)
            part.Wrong("one site for each provider", $"{sites.Count}");
        return [.. sites.OrderBy(site => providers.Index().FirstOrDefault(it => it.Item.Id == site.Provider).Index)];
    }

    private LabSite Site(YamlPart part, string customer)
    {
        var provider = part.Needed("provider", KnownProvider, null);
        var asn = part.Needed("asn", Asn, 1);
        if (providers.Any(other => other.Asn == asn))
            part.Wrong("an ASN that is no provider's, for a session with it is an external one", $"{asn}");
        var devices = part.Optional("devices")?.Items(device => KnownDevice(device, provider), device => device);
        part.Close();
        return new LabSite(customer, provider?.Id ?? "", asn, devices ?? provider?.Devices ?? []);
    }

    private LabProvider? KnownProvider(YamlPart part)
    {
        var id = part.Id();
        var found = providers.FirstOrDefault(provider => provider.Id == id);
        if (found is null && id.Length > 0)
            part.Wrong($"one of {string.Join(", ", providers.Select(provider => provider.Id))}");
        return found;
    }

    private static string KnownDevice(YamlPart part, LabProvider? provider)
    {
        var id = part.Id();
        if (provider is not null && id.Length > 0 && !provider.Devices.Contains(id))
            part.Wrong($"a device of {provider.Id}, one of {string.Join(", ", provider.Devices)}");
        return id;
    }

    private static long Asn(YamlPart part) => part.Number(1, MostAsn);
}
