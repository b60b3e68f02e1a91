using System.Text;
using System.Text.Encodings.Web;

namespace Harness.Certification.Evidence;

/// <summary>The forms in which a secret shows up in other text: plain, escaped, and inside of base64.</summary>
internal static class SecretForms
{
    /// <summary>Every form, longest first, so that a form is not broken by a shorter one inside of it.</summary>
    public static IReadOnlyList<string> Of(string secret)
    {
        var forms = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            secret,
            Uri.EscapeDataString(secret),
            JavaScriptEncoder.Default.Encode(secret),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        };
        var bytes = Encoding.UTF8.GetBytes(secret);
        for (var offset = 0; offset < 3; offset++)
        {
            var core = Base64Core(bytes, offset);
            forms.Add(core);
            forms.Add(core.Replace('+', '-').Replace('/', '_'));
        }

        return [.. forms.Where(form => form.Length > 3).OrderByDescending(form => form.Length)];
    }

    // Where a secret is part of longer text that is encoded, it begins at one of three places within a group of
    // three bytes; the characters that depend on the secret alone are the same whatever surrounds it.
    private static string Base64Core(byte[] secret, int offset)
    {
        var padded = new byte[offset + secret.Length];
        secret.CopyTo(padded, offset);
        var encoded = Convert.ToBase64String(padded).TrimEnd('=');
        var first = (offset * 8 + 5) / 6;
        var last = padded.Length * 8 / 6;
        return last > first ? encoded[first..last] : "";
    }
}
