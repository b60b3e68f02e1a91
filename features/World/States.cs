using System.Text.Json.Nodes;

namespace Harness.Features.World;

/// <summary>States as answers word them; an absent one is the first of its enum.</summary>
public static class States
{
    public const string Unverified = "VERIFICATION_STATE_UNVERIFIED";
    public const string Verified = "VERIFICATION_STATE_VERIFIED";
    public const string Pending = "PROVISIONING_STATE_PENDING";
    public const string Final = "PROVISIONING_STATE_FINAL";

    public static string Verification(JsonObject connection) =>
        Json.Text(connection, "verificationState") ?? Unverified;

    public static string Provisioning(JsonObject feature) => Json.Text(feature, "provisioningState") ?? Pending;
}
