using Harness.Reference.Errors;
using Harness.Reference.Rules;

namespace Harness.Reference.MacSec;

/// <summary>Rules of MACsec keys and their rotation.</summary>
public static class MacSecRules
{
    /// <summary>How long no other rotation may follow one (MAC-04).</summary>
    public static readonly TimeSpan BakeTime = TimeSpan.FromHours(2);

    private const int KeysPerChannel = 2;
    private const int LongestCkn = 32;

    /// <summary>A key has the two parts that it is made of.</summary>
    public static readonly RefusalRule<KeyMaterialCase> MaterialGiven = new(
        "COM-05",
        "key-material-given",
        material => material.Cak is null || material.Ckn is null
            ? new Refusal(
                ErrorCode.MissingField,
                "COM-05",
                $"expected the fields cak and ckn, found no {(material.Cak is null ? "cak" : "ckn")}; send both")
            : null);

    /// <summary>A CAK has 16 or 32 octets, a CKN 1 to 32, both in hex.</summary>
    public static readonly RefusalRule<KeyMaterialCase> MaterialWellFormed = new(
        "MAC-15",
        "key-material-well-formed",
        material => material switch
        {
            { Cak: not null } when OctetsOf(material.Cak) is not (16 or 32) => new Refusal(
                ErrorCode.InvalidValue,
                "MAC-15",
                "expected cak to be 16 or 32 octets in hex, found something else; send 32 or 64 hex digits"),
            { Ckn: not null } when OctetsOf(material.Ckn) is null or 0 or > LongestCkn => new Refusal(
                ErrorCode.InvalidValue,
                "MAC-15",
                "expected ckn to be 1 to 32 octets in hex, found something else; send 2 to 64 hex digits"),
            _ => null,
        });

    /// <summary>Keys come from the channel's manager.</summary>
    public static readonly RefusalRule<NewKeyCase> CreatedByManager = new(
        "MAC-02",
        "created-by-manager",
        key => key.Caller == key.Manager
            ? null
            : new Refusal(
                ErrorCode.NotManager,
                "MAC-02",
                $"expected {key.Manager}, the MACsec manager of {key.Channel}, found {key.Caller}; "
                + "ask the manager with RequestMacSecKeyRotation"));

    /// <summary>A channel holds two keys at most.</summary>
    public static readonly RefusalRule<NewKeyCase> ChannelHasRoom = new(
        "MAC-05",
        "channel-has-room",
        key => key.Own.Count() < KeysPerChannel
            ? null
            : new Refusal(
                ErrorCode.RotationNotPermitted,
                "MAC-05",
                $"expected fewer than {KeysPerChannel} keys on {key.Channel}, found {key.Own.Count()}; "
                + "delete an inactive one first"));

    /// <summary>An interconnect of N channels holds N+1 keys at most.</summary>
    public static readonly RefusalRule<NewKeyCase> InterconnectHasRoom = new(
        "MAC-05",
        "interconnect-has-room",
        key => key.Keys.Count <= key.Channels
            ? null
            : new Refusal(
                ErrorCode.RotationNotPermitted,
                "MAC-05",
                $"expected at most {key.Channels} keys on {key.Channel.Interconnect} before a new one, "
                + $"found {key.Keys.Count}; delete an inactive one first"));

    /// <summary>One channel of an interconnect is rotated at a time.</summary>
    public static readonly RefusalRule<NewKeyCase> NoOtherInRotation = new(
        "MAC-03",
        "no-other-in-rotation",
        key => key.Others.FirstOrDefault(other => other is { IsRotation: true, IsPending: true }) is { } other
            ? new Refusal(
                ErrorCode.RotationNotPermitted,
                "MAC-03",
                $"expected no other channel of {key.Channel.Interconnect} in rotation, found {other.Channel}; "
                + "wait until its new key is active")
            : null);

    /// <summary>Two hours have passed since the last rotation on the interconnect.</summary>
    public static readonly RefusalRule<NewKeyCase> BakeTimeOver = new(
        "MAC-04",
        "bake-time-over",
        key => NotBaked(key, key.Keys.Where(other => other.IsRotation), "MAC-04"));

    /// <summary>Two hours have passed since the channel's own first key, which holds back no other channel.</summary>
    public static readonly RefusalRule<NewKeyCase> FirstKeyBaked = new(
        "MAC-12",
        "first-key-baked",
        key => NotBaked(key, key.Own.Where(own => !own.IsRotation), "MAC-12"));

    /// <summary>Whether a new key is a rotation, rather than the first key of its channel.</summary>
    public static readonly Rule<NewKeyCase, bool> IsRotation = new(
        "MAC-12", "is-rotation", key => key.Own.Any(own => !own.IsPending));

    /// <summary>The start time is the server's.</summary>
    public static readonly Rule<StartTimeCase, DateTimeOffset> StartTime = new(
        "MAC-01", "start-time", time => time.Accepted);

    /// <summary>Whether a key counts as active once it is accepted, before the router is seen to use it.</summary>
    public static readonly Rule<NewKeyCase, bool> ActiveOnAcceptance = new(
        "MAC-13", "active-on-acceptance", _ => false);

    /// <summary>Whether the others are inactive once a key is active.</summary>
    public static readonly Rule<MacSecKeyRow, bool> TurnsOthersInactive = new(
        "MAC-06", "turns-others-inactive", _ => true);

    /// <summary>A key in use stays.</summary>
    public static readonly RefusalRule<KeyDeletionCase> NotInUse = new(
        "MAC-07",
        "not-in-use",
        deletion => deletion.Active
            ? new Refusal(
                ErrorCode.KeyActive,
                "MAC-07",
                $"expected an inactive key, found {deletion.Key} active; bring a new key first")
            : null);

    /// <summary>Keys are deleted by the channel's manager.</summary>
    public static readonly RefusalRule<KeyDeletionCase> DeletedByManager = new(
        "MAC-08",
        "deleted-by-manager",
        deletion => deletion.Caller == deletion.Manager
            ? null
            : new Refusal(
                ErrorCode.NotManager,
                "MAC-08",
                $"expected {deletion.Manager}, the MACsec manager of {deletion.Key.Channel}, "
                + $"found {deletion.Caller}; leave the deletion to the manager"));

    /// <summary>A rotation is requested of the manager, by the other provider.</summary>
    public static readonly RefusalRule<NewKeyCase> RequestedOfManager = new(
        "MAC-18",
        "requested-of-manager",
        key => key.Caller == key.Manager
            ? new Refusal(
                ErrorCode.NotManager,
                "MAC-18",
                $"expected a request to the MACsec manager of {key.Channel}, found one from {key.Caller}, "
                + "who is the manager; rotate with CreateMacSecKey")
            : null);

    /// <summary>How long a key may take to turn active before a further one takes its place.</summary>
    public static readonly TimeSpan ActivationTime = TimeSpan.FromMinutes(15);

    /// <summary>A key that never turns active is replaced by a further one, not by a return to an older one.</summary>
    public static readonly Rule<(MacSecKeyRow Key, DateTimeOffset Now), bool> FailsForward = new(
        "MAC-17",
        "fails-forward",
        @case => @case.Key.IsPending
            && @case.Now >= DateTimeOffset.FromUnixTimeMilliseconds(@case.Key.StartTime) + ActivationTime);

    /// <summary>What key material has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<KeyMaterialCase>> Material = [MaterialGiven, MaterialWellFormed];

    /// <summary>What a rotation or first key has to pass whoever begins it, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<NewKeyCase>> Rotation =
        [NoOtherInRotation, BakeTimeOver, FirstKeyBaked, ChannelHasRoom, InterconnectHasRoom];

    /// <summary>What a deletion has to pass, in order.</summary>
    public static readonly IReadOnlyList<RefusalRule<KeyDeletionCase>> Deletion = [DeletedByManager, NotInUse];

    public static IEnumerable<Rule> All =>
    [
        .. Material, CreatedByManager, .. Rotation, IsRotation, StartTime, ActiveOnAcceptance, TurnsOthersInactive,
        .. Deletion, RequestedOfManager, FailsForward,
    ];

    private static Refusal? NotBaked(NewKeyCase key, IEnumerable<MacSecKeyRow> rotated, string requirement)
    {
        var last = rotated.Select(row => row.ActivatedAt).Max();
        if (last is not { } active)
            return null;
        var end = DateTimeOffset.FromUnixTimeMilliseconds(active) + BakeTime;
        return key.Now >= end
            ? null
            : new Refusal(
                ErrorCode.RotationNotPermitted,
                requirement,
                $"expected no new key before {end.UtcDateTime:O}, two hours after the last one became active, "
                + $"found one at {key.Now.UtcDateTime:O}; try again then");
    }

    private static int? OctetsOf(string hex) =>
        hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit) ? hex.Length / 2 : null;
}
