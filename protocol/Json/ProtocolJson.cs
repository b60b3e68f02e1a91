using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Protocol.Resources;

namespace Harness.Protocol.Json;

/// <summary>
/// How the contract's resources are written as JSON: camel case, absent instead of null, published enum
/// words, unknown fields ignored (COM-09, COM-10). Source generated.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    Converters =
    [
        typeof(EnumWords.AdminStateWords),
        typeof(EnumWords.VerificationStateWords),
        typeof(EnumWords.ProvisioningStateWords),
        typeof(EnumWords.InterconnectStateWords),
        typeof(EnumWords.EnvironmentVisibilityWords),
        typeof(EnumWords.FeatureTypeWords),
        typeof(EnumWords.IssueStateWords),
        typeof(EnumWords.IssuePriorityWords),
        typeof(EnumWords.IssueContextWords),
    ])]
[JsonSerializable(typeof(Provider))]
[JsonSerializable(typeof(ListProvidersResponse))]
[JsonSerializable(typeof(Resources.Environment))]
[JsonSerializable(typeof(ListEnvironmentsResponse))]
[JsonSerializable(typeof(ConfirmActivationKeyRequest))]
[JsonSerializable(typeof(ConfirmActivationKeyResponse))]
[JsonSerializable(typeof(ActivationKey))]
[JsonSerializable(typeof(Interconnect))]
[JsonSerializable(typeof(ListInterconnectsResponse))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(ListChannelsResponse))]
[JsonSerializable(typeof(GetMaintenanceEventsResponse))]
[JsonSerializable(typeof(NotifyMaintenanceRequest))]
[JsonSerializable(typeof(MacSecKeyRotationRequest))]
[JsonSerializable(typeof(Connection))]
[JsonSerializable(typeof(ListConnectionsResponse))]
[JsonSerializable(typeof(NotifyConnectionStatusRequest))]
[JsonSerializable(typeof(Empty))]
[JsonSerializable(typeof(GenerateFeatureGuidanceRequest))]
[JsonSerializable(typeof(GenerateFeatureGuidanceResponse))]
[JsonSerializable(typeof(Feature))]
[JsonSerializable(typeof(ListFeaturesResponse))]
[JsonSerializable(typeof(MacSecKey))]
[JsonSerializable(typeof(ListMacSecKeysResponse))]
[JsonSerializable(typeof(Issue))]
[JsonSerializable(typeof(ListIssuesResponse))]
[JsonSerializable(typeof(ListCommentsResponse))]
[JsonSerializable(typeof(AddCommentRequest))]
[JsonSerializable(typeof(AddCommentResponse))]
[JsonSerializable(typeof(CloseIssueRequest))]
public sealed partial class ProtocolJson : JsonSerializerContext
{
    /// <summary>The options of the contract, for code that takes options instead of a context.</summary>
    public static JsonSerializerOptions ContractOptions => Default.Options;
}
