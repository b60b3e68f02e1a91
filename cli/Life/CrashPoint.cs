namespace Harness.Cli.Life;

/// <summary>Where in a step a process is killed.</summary>
internal enum CrashPoint
{
    /// <summary>The step is persisted, and nothing has been done about it.</summary>
    Begun,

    /// <summary>What it does is done, at the peer or in the network, and nothing of that is recorded.</summary>
    Done,

    /// <summary>What it did is recorded, with what follows from it.</summary>
    Recorded,

    /// <summary>A peer's request is recorded, and its answer has not been sent.</summary>
    Unanswered,
}
