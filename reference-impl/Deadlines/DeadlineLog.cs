namespace Harness.Reference.Deadlines;

/// <summary>What deadlines log.</summary>
internal static partial class DeadlineLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "What is overdue could not be looked for")]
    public static partial void Unreadable(ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} was not finalized on both sides and is deleted")]
    public static partial void Unfinished(ILogger log, string connection);
}
