using System.Collections.Frozen;

namespace Harness.Reference.Errors;

/// <summary>The one table of errors: code, HTTP status, definite or not, requirement, meaning.</summary>
public static class ErrorTable
{
    private static readonly FrozenDictionary<ErrorCode, ErrorEntry> ByCode = Lines().ToFrozenDictionary(e => e.Code);

    /// <summary>Every line, in the order of the codes.</summary>
    public static IReadOnlyList<ErrorEntry> All { get; } = [.. ByCode.Values.OrderBy(entry => entry.Code)];

    /// <summary>The line of <paramref name="code"/>.</summary>
    public static ErrorEntry Of(ErrorCode code) => ByCode[code];

    private static IEnumerable<ErrorEntry> Lines() =>
    [
        Line(ErrorCode.Malformed, "malformed", 400, "COM-05", "The request cannot be read"),
        Line(ErrorCode.MissingField, "missing-field", 400, "COM-05", "A required field is missing"),
        Line(ErrorCode.MissingParameter, "missing-parameter", 400, "COM-08", "A required parameter is missing"),
        Line(ErrorCode.InvalidId, "invalid-id", 400, "COM-05", "The id cannot be used"),
        Line(ErrorCode.InvalidPageToken, "invalid-page-token", 400, "COM-07", "The page token is not of this query"),
        Line(ErrorCode.InvalidPageSize, "invalid-page-size", 400, "COM-06", "The page size cannot be used"),
        Line(ErrorCode.InvalidUpdateMask, "invalid-update-mask", 400, "UPD-05", "The field cannot be updated"),
        Line(ErrorCode.Unauthenticated, "unauthenticated", 401, "SEC-02", "The caller is not authenticated"),
        Line(ErrorCode.NotFound, "not-found", 404, "COM-02", "There is no such resource"),
        Line(ErrorCode.MethodNotAllowed, "method-not-allowed", 405, "COM-02", "The resource has no such operation"),
        Line(ErrorCode.UnsupportedMediaType, "unsupported-media-type", 415, "COM-05", "The body is not JSON"),
        Line(ErrorCode.TooLarge, "too-large", 413, "COM-05", "The request is too large"),
        Line(ErrorCode.UnsupportedSize, "unsupported-size", 400, "CON-05", "The bandwidth is not on offer"),
        Line(ErrorCode.IntentNotEstablished, "intent-not-established", 400, "CON-06", "No customer intent stands"),
        Line(ErrorCode.IntentMismatch, "intent-mismatch", 400, "CON-07", "The customer meant something else"),
        Line(ErrorCode.DeferralRefused, "deferral-refused", 400, "DFR-01", "Provisioning is not taken over"),
        Line(ErrorCode.OutsideGuidance, "outside-guidance", 400, "FEA-02", "The proposal leaves the guidance"),
        Line(ErrorCode.InvalidValue, "invalid-value", 400, "COM-05", "A value cannot be used"),
        Line(ErrorCode.InterconnectNotActive, "interconnect-not-active", 409, "IXC-01", "No new connections here"),
        Line(ErrorCode.AlreadyExists, "already-exists", 409, "CON-03", "The resource exists"),
        Line(ErrorCode.NoCapacity, "no-capacity", 409, "IXC-02", "The interconnect has no room for it"),
        Line(ErrorCode.Taken, "taken", 409, "FEA-07", "The value is taken on the channel"),
        Line(ErrorCode.UpdateInProgress, "update-in-progress", 409, "UPD-03", "An update is in progress"),
        Line(ErrorCode.NotManager, "not-manager", 409, "MAC-02", "The caller does not manage the channel's keys"),
        Line(ErrorCode.RotationNotPermitted, "rotation-not-permitted", 409, "MAC-03", "No rotation is due here"),
        Line(ErrorCode.KeyActive, "key-active", 409, "MAC-07", "The key is in use"),
        Line(ErrorCode.MaintenanceConflict, "maintenance-conflict", 409, "MNT-04", "Other maintenance stands there"),
        Line(ErrorCode.AccountRefused, "account-refused", 403, "KEY-03", "The account may not do this"),
        Line(ErrorCode.Internal, "internal", 500, "COM-05", "The coordinator failed", definite: false),
        Line(ErrorCode.ShuttingDown, "shutting-down", 503, "COM-05", "The coordinator is stopping"),
    ];

    private static ErrorEntry Line(
        ErrorCode code, string word, int status, string requirement, string meaning, bool definite = true) =>
        new(code, word, status, definite, requirement, meaning);
}
