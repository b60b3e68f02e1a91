namespace Harness.Reference.Testbed;

/// <summary>Finds the valid word that a misspelt one was meant to be.</summary>
internal static class NearestWord
{
    /// <summary>The closest of <paramref name="words"/>; null when more than a third would have to change.</summary>
    public static string? To(string word, IEnumerable<string> words) => words
        .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
        .Where(pair => pair.Distance <= Math.Max(2, pair.Word.Length / 3))
        .OrderBy(pair => pair.Distance)
        .ThenBy(pair => pair.Word, StringComparer.Ordinal)
        .Select(pair => pair.Word)
        .FirstOrDefault();

    // Levenshtein's distance, case ignored, one row at a time.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
