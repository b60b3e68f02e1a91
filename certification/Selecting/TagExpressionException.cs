namespace Harness.Certification.Selecting;

/// <summary>A tag expression is not well formed.</summary>
/// <param name="message">What was expected, what was found.</param>
/// <param name="column">Where in the expression, from 1.</param>
public sealed class TagExpressionException(string message, int column) : Exception($"{message} at column {column}")
{
    public int Column { get; } = column;
}
