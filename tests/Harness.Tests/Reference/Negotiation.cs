using System.Net;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Harness.Tests.Reference;

/// <summary>What customer and partner do to bring a connection up, as far as a test wants it.</summary>
internal static class Negotiation
{
    /// <summary>Path of an interconnect of the first environment.</summary>
    public static string Ix(string id = "ix1", string environment = "env-1") =>
        $"/providers/borealis/environments/{environment}/interconnects/{id}";

    /// <summary>Path of a connection.</summary>
    public static string Connection(string uuid, string ix = "ix1") => $"{Ix(ix)}/connections/{uuid}";

    /// <summary>The customer creates a connection at the portal; answers its UUID and key.</summary>
    public static async Task<(string Uuid, string Key)> IssueAsync(
        this TestReference reference, int mbps = 1000, string environment = "env-1")
    {
        var created = await reference.Portal.PostJsonAsync(
            "/portal/v1/connections",
            $$"""{"environment":"{{environment}}","bandwidthMbps":{{mbps}},"remoteAccountId":"acct-b"}""")
            .AcceptedAsync();
        return ((string)created["connectionId"]!, (string)created["activationKey"]!);
    }

    /// <summary>The partner confirms a key; answers keyValid.</summary>
    public static async Task<bool> ConfirmAsync(
        this TestReference reference, string key, string environment = "env-1")
    {
        var answer = await reference.Borealis.PostJsonAsync(
            $"/providers/borealis/environments/{environment}/ConfirmActivationKey",
            $$"""{"encodedKey":"{{key}}"}""").AcceptedAsync();
        return (bool)answer["keyValid"]!;
    }

    /// <summary>Issued and confirmed.</summary>
    public static async Task<(string Uuid, string Key)> IntendAsync(
        this TestReference reference, int mbps = 1000, string environment = "env-1")
    {
        var intent = await reference.IssueAsync(mbps, environment);
        Assert.That(await reference.ConfirmAsync(intent.Key, environment), Is.True);
        return intent;
    }

    /// <summary>The partner proposes to place a connection.</summary>
    public static Task<HttpResponseMessage> ProposeAsync(
        this TestReference reference, string ix, string uuid, string? key, int? mbps = 1000) =>
        reference.Borealis.PostJsonAsync(
            $"{ix}/connections?connectionId={uuid}",
            new JsonObject { ["activationKey"] = key, ["bandwidthMbps"] = mbps }.ToJsonString());

    /// <summary>A connection that is placed; answers its UUID.</summary>
    public static async Task<string> PlaceAsync(this TestReference reference, string ix = "ix1", int mbps = 1000)
    {
        var (uuid, key) = await reference.IntendAsync(mbps);
        await reference.ProposeAsync(Ix(ix), uuid, key, mbps).AcceptedAsync();
        return uuid;
    }

    /// <summary>A feature that is inside the default guidance; channels and numbers keep features apart.</summary>
    public static JsonObject Feature(string ix = "ix1", string channel = "ch1", int number = 1)
    {
        var third = (number / 32) + 1;
        var fourth = number % 32 * 8;
        return new JsonObject
        {
            ["channel"] = $"{Ix(ix)[1..]}/channels/{channel}",
            ["featureConfig"] = new JsonObject
            {
                ["featureType"] = "FEATURE_TYPE_L3_BASE",
                ["l3BaseConfig"] = new JsonObject
                {
                    ["ipv4Subnet"] = $"169.254.{third}.{fourth}",
                    ["ipv4SubnetPrefixLength"] = 29,
                    ["mtuBytes"] = 1500,
                    ["vlanId"] = 1024 + number,
                    ["providerBgpConfigs"] = new JsonArray(
                        End("aurora", 64512, $"169.254.{third}.{fourth + 1}"),
                        End("borealis", 65001, $"169.254.{third}.{fourth + 2}")),
                },
            },
        };
    }

    /// <summary>The layer 3 configuration in a feature.</summary>
    public static JsonNode Config(this JsonObject feature) => feature["featureConfig"]!["l3BaseConfig"]!;

    /// <summary>The partner proposes a feature.</summary>
    public static Task<HttpResponseMessage> ProposeFeatureAsync(
        this TestReference reference, string connection, string id, JsonNode feature) =>
        reference.Borealis.PostJsonAsync($"{connection}/features?featureId={id}", feature.ToJsonString());

    /// <summary>Proposes features on the first channels of ix1; all have to be accepted.</summary>
    public static async Task ProposeAllAsync(this TestReference reference, string uuid, int count = 4, int number = 1)
    {
        for (var channel = 1; channel <= count; channel++)
            await reference.ProposeFeatureAsync(
                Connection(uuid), $"f{channel}", Feature("ix1", $"ch{channel}", number)).AcceptedAsync();
    }

    /// <summary>Free bandwidth as a customer could still order it on one interconnect, seen from the store.</summary>
    public static async Task<int> ReservedAsync(this TestReference reference, string ix = "ix1") =>
        await reference.Host.Coordinator.Store.ReadAsync(
            transaction => transaction.ScalarAsync<int>(
                "SELECT reserved_mbps FROM interconnects WHERE name = @name", new { name = Ix(ix)[1..] }),
            CancellationToken.None);

    /// <summary>As if other connections had so much of an interconnect, by this side's count.</summary>
    public static Task<int> FillAsync(this TestReference reference, string ix, int mbps) =>
        reference.Host.Coordinator.Store.WriteAsync(
            transaction => transaction.ExecuteAsync(
                "UPDATE interconnects SET reserved_mbps = reserved_mbps + @mbps WHERE name = @name",
                new { mbps, name = Ix(ix)[1..] }),
            CancellationToken.None);

    /// <summary>Waits until the connection at a path has a verification state.</summary>
    public static Task VerificationAsync(this TestReference reference, string path, string word) =>
        Eventually.SeeAsync(
            $"{path} to be {word}",
            async () => (string?)(await reference.Borealis.GetJsonAsync(path))["verificationState"],
            found => found == $"VERIFICATION_STATE_{word}");

    /// <summary>Waits until so many features of a connection are FINAL.</summary>
    public static Task FinalAsync(this TestReference reference, string connection, int count) =>
        Eventually.SeeAsync(
            $"{count} FINAL features of {connection}",
            async () => (await reference.Borealis.GetJsonAsync($"{connection}/features"))["features"]!.AsArray()
                .Count(feature => (string?)feature!["provisioningState"] == "PROVISIONING_STATE_FINAL"),
            found => found == count);

    /// <summary>Status of a GET.</summary>
    public static async Task<HttpStatusCode> StatusAsync(this TestReference reference, string path)
    {
        using var response = await reference.Borealis.GetAsync(path);
        return response.StatusCode;
    }

    private static JsonObject End(string provider, long asn, string host) =>
        new() { ["provider"] = $"providers/{provider}", ["asn"] = asn, ["hostIpv4"] = host };
}
