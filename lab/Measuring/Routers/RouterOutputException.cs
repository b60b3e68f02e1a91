namespace Harness.Lab.Measuring.Routers;

/// <summary>A router answered something else than what its tools are known to answer.</summary>
/// <param name="tool">What was asked, such as <c>ip -j route</c>.</param>
/// <param name="cause">What does not fit.</param>
public sealed class RouterOutputException(string tool, Exception cause)
    : Exception($"Expected JSON of {tool}: {cause.Message}", cause);
