namespace Harness.Reference.Store;

/// <summary>The store cannot be used; the message says what was expected, what was found, what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
