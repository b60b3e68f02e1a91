namespace Harness.Certification.Text;

/// <summary>Finds what a mistyped word was meant to be.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits to the word, where there are few enough; otherwise null.</summary>
    public static string? Of(string word, IEnumerable<string> candidates) =>
        Best(word, candidates) is { } best && best.Distance <= Math.Max(2, word.Length / 2) ? best.Candidate : null;

    /// <summary>The candidate with the fewest edits to the text, however many; null without candidates.</summary>
    public static string? OfAll(string text, IEnumerable<string> candidates) => Best(text, candidates)?.Candidate;

    /// <summary><c>; did you mean "..."?</c>, or nothing where no candidate is near.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        Of(word, candidates) is { } near ? $"; did you mean \"{near}\"?" : "";

    private static (string Candidate, int Distance)? Best(string word, IEnumerable<string> candidates)
    {
        (string Candidate, int Distance)? best = null;
        foreach (var candidate in candidates)
        {
            var distance = Distance(word, candidate, best?.Distance ?? int.MaxValue);
            if (best is null || distance < best.Value.Distance)
                best = (candidate, distance);
        }

        return best;
    }

    // Levenshtein's; given up as soon as it cannot be less than the limit, which most candidates show early.
    private static int Distance(string from, string to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) >= limit)
            return limit;
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        var current = new int[to.Length + 1];
        for (var i = 1; i <= from.Length; i++)
        {
            var least = current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]);
                var replaced = previous[j - 1] + (same ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                least = Math.Min(least, current[j]);
            }

            if (least >= limit)
                return limit;
            (previous, current) = (current, previous);
        }

        return previous[to.Length];
    }
}
