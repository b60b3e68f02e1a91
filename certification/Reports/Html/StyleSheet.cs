using System.Security.Cryptography;
using System.Text;

namespace Harness.Certification.Reports.Html;

/// <summary>The page's only style sheet, kept inside of the assembly.</summary>
internal static class StyleSheet
{
    /// <summary>The sheet, as it stands in the page.</summary>
    public static string Text { get; } = Load();

    /// <summary>
    /// A policy under which a browser takes this sheet, and nothing else from anywhere: even markup that slipped
    /// through could neither run, nor load, nor restyle.
    /// </summary>
    public static string Policy { get; } =
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text))) + "'";

    private static string Load()
    {
        const string Name = "Harness.Certification.Reports.Html.report.css";
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
