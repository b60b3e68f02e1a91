using System.Buffers;

namespace Harness.Certification.Evidence;

/// <summary>Every form of the secrets known so far, made once for the many texts that they are looked for in.</summary>
/// <param name="LongestFirst">In this order a form is not broken by a shorter one inside of it.</param>
/// <param name="Any">Finds the first of any in one pass: most texts hold none.</param>
internal sealed record KnownForms(IReadOnlyList<string> LongestFirst, SearchValues<string> Any)
{
    public static KnownForms Of(IEnumerable<string> secrets)
    {
        string[] forms = [.. secrets
            .SelectMany(SecretForms.Of)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(form => form.Length)];
        return new KnownForms(forms, SearchValues.Create(forms, StringComparison.OrdinalIgnoreCase));
    }
}
