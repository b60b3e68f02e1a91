using Harness.Protocol.Names;

namespace Harness.Reference.Testbed.Checks;

/// <summary>Checks of environments.</summary>
internal static class EnvironmentChecks
{
    /// <summary>ENV-02: at most two sites, the server's and the peer's, each once.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> Sites(TestbedModel testbed)
    {
        foreach (var environment in testbed.Environments)
        {
            var own = new ProviderName(testbed.Provider.Id);
            var peer = new ProviderName(environment.Peer);
            if (environment.Sites.Count > 2)
            {
                yield return (
                    $"{environment.Name}",
                    $"expected at most 2 sites, found {environment.Sites.Count}",
                    $"keep one of {own} and one of {peer}");
            }

            foreach (var site in environment.Sites.Where(site => site.Provider != own && site.Provider != peer))
            {
                yield return (
                    $"{environment.Name}",
                    $"expected sites of {own} and {peer} only, found one of {site.Provider}",
                    $"remove the site '{site.Site}' or give it to one of the two");
            }

            foreach (var twice in environment.Sites.GroupBy(site => site.Provider).Where(sites => sites.Count() > 1))
            {
                yield return (
                    $"{environment.Name}",
                    $"expected one site for each provider, found {twice.Count()} of {twice.Key}",
                    "keep one of them");
            }
        }
    }

    /// <summary>ENV-03: what an environment supports, each of its interconnects supports.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> Support(TestbedModel testbed)
    {
        foreach (var environment in testbed.Environments)
        {
            foreach (var interconnect in environment.Interconnects)
            {
                var sizes = environment.SizesMbps.Except(interconnect.SizesMbps).ToArray();
                if (sizes.Length > 0)
                {
                    yield return (
                        $"{environment.Name.Interconnect(interconnect.Id)}",
                        $"expected all sizes of its environment, {string.Join(", ", sizes)} Mbps missing",
                        "add them to the interconnect's sizesMbps or take them from the environment's");
                }

                var features = environment.Features.Except(interconnect.Features).ToArray();
                if (features.Length > 0)
                {
                    yield return (
                        $"{environment.Name.Interconnect(interconnect.Id)}",
                        $"expected all features of its environment, {string.Join(", ", features)} missing",
                        "add them to the interconnect's features or take them from the environment's");
                }
            }
        }
    }

    /// <summary>ENV-04: no id is used with two peers.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> UniqueIds(TestbedModel testbed) =>
        testbed.Environments
            .GroupBy(environment => environment.Id)
            .Where(same => same.Count() > 1)
            .Select(same => (
                $"environment {same.Key}",
                "expected an id of its own for each partner, "
                + $"found it shared with {string.Join(" and ", same.Select(environment => environment.Peer))}",
                "agree on another id with one of them"));
}
