namespace Harness.Reference.Outbox;

/// <summary>What the outbox logs: kinds and names, never contents (SEC-05).</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Kind} of {Subject} did not arrive (attempt {Attempt}), next in {WaitMs} ms: {Reason}")]
    public static partial void Repeated(
        ILogger log, string kind, string subject, int attempt, long waitMs, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} of {Subject} failed")]
    public static partial void Failed(ILogger log, string kind, string subject, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of {Kind} of {Subject} could not be recorded")]
    public static partial void Unsettled(ILogger log, string kind, string subject, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The deliveries could not be read")]
    public static partial void Unreadable(ILogger log, Exception fault);
}
