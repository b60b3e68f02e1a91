using System.Text.Json.Nodes;
using Harness.Certification.Checks;

namespace Harness.Features.World;

/// <summary>A MACsec key as the target lists it, without its CAK.</summary>
/// <param name="Id">Last segment of its name.</param>
/// <param name="Active">Whether the router uses it; absent is no.</param>
/// <param name="StartTime">When the target accepted it; null where that is absent or unreadable.</param>
/// <param name="Ckn">Its CKN in hex; null where it is absent.</param>
public sealed record ListedKey(string Id, bool Active, DateTimeOffset? StartTime, string? Ckn)
{
    /// <summary>Reads an element of a ListMacSecKeys answer; a failed check where it has no name.</summary>
    public static ListedKey Read(JsonObject key)
    {
        var name = Json.Text(key, "name");
        Check.That("the name of a listed MACsec key", name is { Length: > 0 }, "a name", "none");
        return new ListedKey(
            name[(name.LastIndexOf('/') + 1)..],
            Json.Flag(key, "active"),
            Json.Time(key, "startTime"),
            Json.Text(key, "ckn"));
    }

    public override string ToString() => $"{Id} ({(Active ? "active" : "not active")})";
}
