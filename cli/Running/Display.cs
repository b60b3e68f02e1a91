namespace Harness.Cli.Running;

/// <summary>What a certification shows.</summary>
internal enum Display
{
    /// <summary>Progress, then a summary.</summary>
    Progress,

    /// <summary>The summary only.</summary>
    Quiet,

    /// <summary>The summary as one JSON object on standard output, and nothing else there.</summary>
    Json,
}
