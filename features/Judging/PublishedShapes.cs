using System.Text.Json.Nodes;

namespace Harness.Features.Judging;

/// <summary>
/// The published schemas as far as answers show them (COM-09): field names, JSON types, enum words. Fields
/// that no answer can do without are required; the others may be absent, as encoders that leave out defaults
/// write them. A field that the schema does not know is let through, for a newer partner may send it, unless
/// it is a published one in another spelling.
/// </summary>
public static class PublishedShapes
{
    private static readonly string[] ProvisioningStates = ["PROVISIONING_STATE_PENDING", "PROVISIONING_STATE_FINAL"];
    private static readonly string[] FeatureTypes = ["FEATURE_TYPE_L3_BASE"];
    private static readonly string[] AdminStates = ["ADMIN_STATE_ENABLED", "ADMIN_STATE_DISABLED"];

    private static readonly Shape.Record Range = new(new()
    {
        ["start"] = new Shape.Integer(),
        ["stop"] = new Shape.Integer(),
    });

    private static readonly Shape.Record Subnet = new(new()
    {
        ["includeSubnet"] = new Shape.Text(),
        ["excludeSubnets"] = new Shape.Many(new Shape.Text()),
        ["preferredSubnet"] = new Shape.Text(),
    });

    private static readonly Shape.Record Guidance = new(new()
    {
        ["featureType"] = new Shape.Word(FeatureTypes),
        ["channel!"] = new Shape.Text(),
        ["channelAdminState"] = new Shape.Word(AdminStates),
        ["l3BaseGuidance!"] = new Shape.Record(new()
        {
            ["asnRanges"] = new Shape.Many(Range),
            ["ipv4SubnetGuidance"] = new Shape.Many(Subnet),
            ["ipv6SubnetGuidance"] = new Shape.Many(Subnet),
            ["ipv4AllowedSubnetPrefixLengths"] = new Shape.Many(new Shape.Integer()),
            ["ipv6AllowedSubnetPrefixLengths"] = new Shape.Many(new Shape.Integer()),
            ["vlanRanges"] = new Shape.Many(Range),
            ["mtuRanges"] = new Shape.Many(Range),
            ["maxReceivedBgpRoutePrefixes"] = new Shape.Integer(),
        }),
    });

    private static readonly Shape.Record Provider = new(new()
    {
        ["name!"] = new Shape.Text(),
        ["displayName"] = new Shape.Text(),
    });

    private static readonly Shape.Record Environment = new(new()
    {
        ["name!"] = new Shape.Text(),
        ["providerSites"] = new Shape.Many(new Shape.Record(new()
        {
            ["providerId"] = new Shape.Text(),
            ["site"] = new Shape.Text(),
            ["displayName"] = new Shape.Text(),
        })),
        ["apiUri"] = new Shape.Text(),
        ["supportedConnectionSizeMbps!"] = new Shape.Many(new Shape.Integer()),
        ["supportedFeatures"] = new Shape.Many(new Shape.Word(FeatureTypes)),
        ["environmentVisibility"] =
            new Shape.Word(["ENVIRONMENT_VISIBILITY_PRIVATE", "ENVIRONMENT_VISIBILITY_PUBLIC"]),
        ["deferralTimeoutHours"] = new Shape.Integer(),
        ["deferConnectionProvisioning"] = new Shape.Flag(),
    });

    private static readonly Shape.Record Interconnect = new(new()
    {
        ["name!"] = new Shape.Text(),
        ["supportedConnectionSizeMbps!"] = new Shape.Many(new Shape.Integer()),
        ["supportedFeatures"] = new Shape.Many(new Shape.Word(FeatureTypes)),
        ["state"] = new Shape.Word(
            ["INTERCONNECT_STATE_PENDING", "INTERCONNECT_STATE_ACTIVE", "INTERCONNECT_STATE_CLOSED"]),
        ["maxBandwidthMbps!"] = new Shape.Integer(),
    });

    private static readonly Shape.Record Channel = new(new()
    {
        ["name!"] = new Shape.Text(),
        ["macsecManagerProvider!"] = new Shape.Text(),
        ["crossConnectManagerProvider!"] = new Shape.Text(),
        ["aggregateChannelSizeGbps"] = new Shape.Integer(),
        ["channelMemberSizeGbps"] = new Shape.Integer(),
        ["obfuscatedDeviceId!"] = new Shape.Text(),
        ["demarc"] = new Shape.Text(),
        ["adminState"] = new Shape.Word(AdminStates),
    });

    private static readonly Shape.Record Connection = new(new()
    {
        ["name!"] = new Shape.Text(),
        ["activationKey"] = new Shape.Text(),
        ["bandwidthMbps!"] = new Shape.Integer(),
        ["adminState"] = new Shape.Word(AdminStates),
        ["verificationState"] = new Shape.Word(["VERIFICATION_STATE_UNVERIFIED", "VERIFICATION_STATE_VERIFIED"]),
        ["deferProvisioning"] = new Shape.Flag(),
    });

    private static readonly Shape.Record Feature = new(new()
    {
        ["name!"] = new Shape.Text(),
        ["channel!"] = new Shape.Text(),
        ["provisioningState"] = new Shape.Word(ProvisioningStates),
        ["featureConfig!"] = new Shape.Record(new()
        {
            ["featureType"] = new Shape.Word(FeatureTypes),
            ["l3BaseConfig!"] = new Shape.Record(new()
            {
                ["ipv4Subnet!"] = new Shape.Text(),
                ["ipv4SubnetPrefixLength"] = new Shape.Integer(),
                ["ipv6Subnet"] = new Shape.Text(),
                ["ipv6SubnetPrefixLength"] = new Shape.Integer(),
                ["mtuBytes!"] = new Shape.Integer(),
                ["vlanId!"] = new Shape.Integer(),
                ["md5BgpPassword"] = new Shape.Text(),
                ["providerBgpConfigs!"] = new Shape.Many(new Shape.Record(new()
                {
                    ["provider!"] = new Shape.Text(),
                    ["asn!"] = new Shape.Integer(),
                    ["hostIpv4!"] = new Shape.Text(),
                    ["hostIpv6"] = new Shape.Text(),
                })),
            }),
        }),
    });

    private static readonly Shape.Record MacSecKey = new(new()
    {
        ["name!"] = new Shape.Text(),
        ["cak"] = new Shape.Text(),
        ["ckn"] = new Shape.Text(),
        ["startTime!"] = new Shape.Time(),
        ["active"] = new Shape.Flag(),
    });

    private static readonly Shape.Record Maintenance = new(new()
    {
        ["maintenanceId!"] = new Shape.Text(),
        ["startTime!"] = new Shape.Time(),
        ["endTime!"] = new Shape.Time(),
    });

    private static readonly Shape.Record Issue = new(new()
    {
        ["name!"] = new Shape.Text(),
        ["title!"] = new Shape.Text(),
        ["body!"] = new Shape.Text(),
        ["state"] = new Shape.Word(
            ["STATE_UNSPECIFIED", "STATE_OPEN", "STATE_IN_PROGRESS", "STATE_ACTION_REQUIRED", "STATE_CLOSED"]),
        ["createTime"] = new Shape.Time(),
        ["localIssueId"] = new Shape.Text(),
        ["remoteIssueId"] = new Shape.Text(),
        ["remoteContactEmail"] = new Shape.Text(),
    });

    private static readonly Dictionary<string, Shape> Answers = new()
    {
        ["GetProvider"] = Provider,
        ["GetEnvironment"] = Environment,
        ["GetInterconnect"] = Interconnect,
        ["GetChannel"] = Channel,
        ["GetConnection"] = Connection,
        ["GetFeature"] = Feature,
        ["GetMacSecKey"] = MacSecKey,
        ["GetIssue"] = Issue,
        // The schema names the array by mistake after environments: both names are met.
        ["ListProviders"] = new Shape.Record(new()
        {
            ["providers"] = new Shape.Many(Provider),
            ["environments"] = new Shape.Many(Provider),
            ["nextPageToken"] = new Shape.Text(),
        }),
        ["ListEnvironments"] = ListOf("environments", Environment),
        ["ListInterconnects"] = ListOf("interconnects", Interconnect),
        ["ListChannels"] = ListOf("channels", Channel),
        ["ListConnections"] = ListOf("connections", Connection),
        ["ListFeatures"] = ListOf("features", Feature),
        ["ListMacSecKeys"] = new Shape.Record(new() { ["macSecKeys"] = new Shape.Many(MacSecKey) }),
        ["GetMaintenanceEvents"] = new Shape.Record(new() { ["events"] = new Shape.Many(Maintenance) }),
        ["ListIssues"] = ListOf("issues", Issue),
        ["GenerateFeatureGuidance"] = new Shape.Record(new() { ["featureGuidance!"] = new Shape.Many(Guidance) }),
    };

    /// <summary>What is wrong with an operation's answer, each with its JSON path; nothing where it fits.</summary>
    /// <exception cref="ArgumentException">No shape is known for the operation.</exception>
    public static IReadOnlyList<string> Deviations(string operation, JsonNode? answer) =>
        Answers.TryGetValue(operation, out var shape)
            ? [.. shape.Deviations("$", answer)]
            : throw new ArgumentException($"no published shape is known for {operation}", nameof(operation));

    private static Shape.Record ListOf(string field, Shape element) => new(new()
    {
        [field] = new Shape.Many(element),
        ["nextPageToken"] = new Shape.Text(),
    });
}
