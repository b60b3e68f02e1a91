namespace Harness.Reference.Negotiations;

/// <summary>What negotiations log: ids and reasons, never a key (SEC-05).</summary>
internal static partial class NegotiationLog
{
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Step} of {Uuid} failed (try {Attempt}), next in {WaitMs} ms: {Reason}")]
    public static partial void Repeated(
        ILogger log, NegotiationStep step, string uuid, int attempt, long waitMs, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Step} of {Uuid} was given up: {Failure}")]
    public static partial void GivenUp(ILogger log, NegotiationStep step, string uuid, string failure);
}
