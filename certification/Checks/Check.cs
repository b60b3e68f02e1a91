using System.Diagnostics.CodeAnalysis;

namespace Harness.Certification.Checks;

/// <summary>
/// Checks of the protocol. Each names what is checked first, then what is expected, then what was found, and throws
/// <see cref="CheckFailedException"/> where that differs. <c>exchange</c> is the sequence number of the exchange
/// that shows it; without one, the report shows the latest.
/// </summary>
public static class Check
{
    /// <summary>The condition holds.</summary>
    public static void That(
        string what,
        [DoesNotReturnIf(false)] bool holds,
        string expected,
        string found,
        int? exchange = null)
    {
        if (!holds)
            Fail(what, expected, found, exchange);
    }

    /// <summary>Both values are equal.</summary>
    public static void Equal<T>(string what, T expected, T found, int? exchange = null)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
            Fail(what, Shown.Of(expected), Shown.Of(found), exchange);
    }

    /// <summary>The value is another one.</summary>
    public static void NotEqual<T>(string what, T unwanted, T found, int? exchange = null)
    {
        if (EqualityComparer<T>.Default.Equals(unwanted, found))
            Fail(what, $"anything but {Shown.Of(unwanted)}", Shown.Of(found), exchange);
    }

    /// <summary>The value is one of several.</summary>
    public static void OneOf<T>(string what, IReadOnlyCollection<T> allowed, T found, int? exchange = null)
    {
        if (!allowed.Contains(found))
            Fail(what, $"one of {Shown.All(allowed)}", Shown.Of(found), exchange);
    }

    /// <summary>The number lies between two others, both included.</summary>
    public static void InRange<T>(string what, T lowest, T highest, T found, int? exchange = null)
        where T : IComparable<T>
    {
        if (found.CompareTo(lowest) < 0 || found.CompareTo(highest) > 0)
            Fail(what, $"{Shown.Of(lowest)} to {Shown.Of(highest)}", Shown.Of(found), exchange);
    }

    /// <summary>The value is there.</summary>
    public static void Present<T>(string what, [NotNull] T? found, int? exchange = null)
    {
        if (found is null)
            Fail(what, "a value", "none", exchange);
    }

    /// <summary>There is no value.</summary>
    public static void Absent<T>(string what, T? found, int? exchange = null)
    {
        if (found is not null)
            Fail(what, "none", Shown.Of(found), exchange);
    }

    /// <summary>The collection holds the item.</summary>
    public static void Contains<T>(string what, T wanted, IReadOnlyCollection<T> found, int? exchange = null)
    {
        if (!found.Contains(wanted))
            Fail(what, $"{Shown.Of(wanted)} among them", Shown.All(found), exchange);
    }

    /// <summary>The collection does not hold the item.</summary>
    public static void DoesNotContain<T>(string what, T unwanted, IReadOnlyCollection<T> found, int? exchange = null)
    {
        if (found.Contains(unwanted))
            Fail(what, $"no {Shown.Of(unwanted)}", Shown.All(found), exchange);
    }

    /// <summary>The collection has nothing in it.</summary>
    public static void Empty<T>(string what, IReadOnlyCollection<T> found, int? exchange = null)
    {
        if (found.Count > 0)
            Fail(what, "none", Shown.All(found), exchange);
    }

    /// <summary>Both collections hold the same items, each as often, in whatever order.</summary>
    public static void SameItems<T>(
        string what,
        IReadOnlyCollection<T> expected,
        IReadOnlyCollection<T> found,
        int? exchange = null)
    {
        var missing = new List<T>(expected);
        var surplus = found.Where(item => !missing.Remove(item)).ToList();
        if (missing.Count == 0 && surplus.Count == 0)
            return;
        var difference = missing.Count > 0 ? $"; missing {Shown.All(missing)}" : "";
        if (surplus.Count > 0)
            difference += $"; not expected {Shown.All(surplus)}";
        Fail(what, Shown.All(expected), Shown.All(found) + difference, exchange);
    }

    /// <summary>Fails in any case.</summary>
    [DoesNotReturn]
    public static void Fail(string what, string expected, string found, int? exchange = null) =>
        throw new CheckFailedException(what, expected, found, exchange);
}
