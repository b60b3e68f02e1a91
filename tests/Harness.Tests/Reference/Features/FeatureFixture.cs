using System.Net;
using System.Text.Json.Nodes;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Features;

/// <summary>A connection with nothing negotiated yet, for tests of features.</summary>
public abstract class FeatureFixture
{
    private protected TestReference reference { get; private set; } = null!;
    private protected string uuid { get; private set; } = "";
    private protected string connection { get; private set; } = "";

    [OneTimeSetUp]
    public async Task Start() => reference = await TestReference.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await reference.DisposeAsync();

    [SetUp]
    public async Task Place()
    {
        uuid = await reference.PlaceAsync();
        connection = Connection(uuid);
    }

    [TearDown]
    public async Task Delete()
    {
        foreach (var one in (await reference.Borealis.GetJsonAsync($"{Ix()}/connections"))["connections"]!.AsArray())
            await reference.Borealis.DeleteAsync($"/{one!["name"]}").AcceptedAsync();
    }

    private protected static JsonNode End(JsonObject feature, string provider) =>
        feature.Config()["providerBgpConfigs"]!.AsArray()
            .First(end => (string?)end!["provider"] == $"providers/{provider}")!;

    private protected static JsonObject WithIpv4(string subnet, int length)
    {
        var proposal = Feature();
        proposal.Config()["ipv4Subnet"] = subnet;
        proposal.Config()["ipv4SubnetPrefixLength"] = length;
        var bytes = IPAddress.Parse(subnet.Split('/')[0]).GetAddressBytes();
        foreach (var (provider, offset) in (ReadOnlySpan<(string, byte)>)[("aurora", 0), ("borealis", 1)])
            End(proposal, provider)["hostIpv4"] = $"{bytes[0]}.{bytes[1]}.{bytes[2]}.{bytes[3] + offset}";
        return proposal;
    }

    private protected async Task ExpectAsync(JsonObject proposal, bool accepted, string requirement)
    {
        if (accepted)
            await reference.ProposeFeatureAsync(connection, "f1", proposal).AcceptedAsync();
        else
            await reference.ProposeFeatureAsync(connection, "f1", proposal).RefusedAsync(400, requirement);
        var listed = await reference.Borealis.GetJsonAsync($"{connection}/features");
        Assert.That(listed["features"]!.AsArray(), Has.Count.EqualTo(accepted ? 1 : 0));
    }
}
