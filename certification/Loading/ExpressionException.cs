namespace Harness.Certification.Loading;

/// <summary>A step's expression is not well formed.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
