using System.Diagnostics.CodeAnalysis;

namespace Harness.Protocol.Names;

/// <summary>
/// A resource's name: its URI path relative to the API root, without a leading slash (COM-01). Ids are
/// compared as they are, case included.
/// </summary>
public abstract record ResourceName
{
    /// <summary>Longest id that is accepted, in characters.</summary>
    public const int MaxIdLength = 128;

    /// <summary>The last segment.</summary>
    public abstract string Id { get; }

    /// <summary>The name one level up; null for a provider.</summary>
    public abstract ResourceName? Parent { get; }

    /// <summary>The collection's path segment, such as <c>connections</c>.</summary>
    protected abstract string Collection { get; }

    /// <summary>Parses a name of any kind; false where the segments are not those of the contract.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ResourceName? name)
    {
        name = text?.Split('/') switch
        {
            ["providers", var p] => Checked(new ProviderName(p)),
            ["providers", var p, "issues", var i] => Checked(new ProviderName(p).Issue(i)),
            ["providers", var p, "environments", .. var rest] => BelowEnvironments(new ProviderName(p), rest),
            _ => null,
        };
        return name is not null;
    }

    /// <summary>Parses a name that has to be of one kind; false for any other.</summary>
    public static bool TryParse<TName>(string? text, [NotNullWhen(true)] out TName? name)
        where TName : ResourceName
    {
        name = TryParse(text, out var any) ? any as TName : null;
        return name is not null;
    }

    /// <summary>Parses a name that has to be of one kind.</summary>
    /// <exception cref="FormatException">It is not; the message says what was expected and found.</exception>
    public static TName Parse<TName>(string? text)
        where TName : ResourceName =>
        TryParse<TName>(text, out var name)
            ? name
            : throw new FormatException($"expected the name of a {typeof(TName).Name[..^4]}, found '{text}'");

    /// <summary>
    /// Whether <paramref name="id"/> can be a path segment: 1 to 128 letters, digits, <c>-</c>, <c>_</c>,
    /// <c>.</c> or <c>~</c> (the characters that a URI leaves unescaped), and not a relative segment.
    /// </summary>
    public static bool IsValidId([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= MaxIdLength } and not "." and not ".."
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~');

    /// <summary>The name as the contract writes it, without a leading slash.</summary>
    public sealed override string ToString() =>
        Parent is null ? $"{Collection}/{Id}" : $"{Parent}/{Collection}/{Id}";

    private static ResourceName? BelowEnvironments(ProviderName provider, string[] rest) => rest switch
    {
        [var e] => Checked(provider.Environment(e)),
        [var e, "interconnects", var i] => Checked(provider.Environment(e).Interconnect(i)),
        [var e, "interconnects", var i, .. var below] =>
            BelowInterconnect(provider.Environment(e).Interconnect(i), below),
        _ => null,
    };

    private static ResourceName? BelowInterconnect(InterconnectName interconnect, string[] rest) => rest switch
    {
        ["channels", var c] => Checked(interconnect.Channel(c)),
        ["channels", var c, "macSecKeys", var k] => Checked(interconnect.Channel(c).MacSecKey(k)),
        ["connections", var c] => Checked(interconnect.Connection(c)),
        ["connections", var c, "features", var f] => Checked(interconnect.Connection(c).Feature(f)),
        _ => null,
    };

    private static ResourceName? Checked(ResourceName name)
    {
        for (ResourceName? part = name; part is not null; part = part.Parent)
            if (!IsValidId(part.Id))
                return null;
        return name;
    }
}
