namespace Harness.Reference.Hosting;

/// <summary>What the shell of the server logs. No body, no query and no header ever (SEC-05).</summary>
internal static partial class HostingLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Testbed: {Finding}")]
    public static partial void TestbedWarning(ILogger log, string finding);

    [LoggerMessage(
        EventId = 2, Level = LogLevel.Information,
        Message = "{Method} {Path} answered {Status} in {Milliseconds} ms, request {CorrelationId}")]
    public static partial void Answered(
        ILogger log, string method, string path, int status, long milliseconds, string correlationId);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "{Method} {Path} failed, request {CorrelationId}")]
    public static partial void Failed(
        ILogger log, string method, string path, string correlationId, Exception fault);
}
