using System.Collections;

namespace Harness.Certification.Checks;

/// <summary>Values as a reader of a failure sees them.</summary>
public static class Shown
{
    private const int MostItems = 20;
    private const int LongestText = 500;

    /// <summary>Text in quotes, nothing as <c>none</c>, a moment in ISO 8601, a collection in brackets.</summary>
    public static string Of(object? value) => value switch
    {
        null => "none",
        string text => $"\"{Short(text)}\"",
        bool flag => flag ? "true" : "false",
        DateTimeOffset moment => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"),
        IEnumerable many => All(many.Cast<object?>()),
        IFormattable formattable => formattable.ToString(null, null),
        _ => Short(value.ToString() ?? "none"),
    };

    /// <summary>The first items of a collection, and how many more there are.</summary>
    public static string All<T>(IEnumerable<T> values)
    {
        var items = values.ToList();
        var shown = items.Take(MostItems).Select(item => Of(item));
        var more = items.Count > MostItems ? $", and {items.Count - MostItems} more" : "";
        return $"[{string.Join(", ", shown)}{more}]";
    }

    private static string Short(string text) =>
        text.Length <= LongestText ? text : $"{text[..LongestText]}... ({text.Length} characters)";
}
