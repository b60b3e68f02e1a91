namespace Harness.Certification.Checks;

/// <summary>
/// A check of the protocol did not hold: the scenario fails, or warns where nothing binding is at stake.
/// </summary>
public sealed class CheckFailedException : Exception
{
    /// <param name="what">What was checked, in words a stranger understands.</param>
    /// <param name="expected">What the protocol asks for.</param>
    /// <param name="found">What was seen instead.</param>
    /// <param name="exchange">Sequence number of the exchange that shows it; null for the latest one.</param>
    public CheckFailedException(string what, string expected, string found, int? exchange = null)
        : base($"{what}: expected {expected}, found {found}")
    {
        What = what;
        Expected = expected;
        Found = found;
        Exchange = exchange;
    }

    public string What { get; }

    public string Expected { get; }

    public string Found { get; }

    public int? Exchange { get; }
}
