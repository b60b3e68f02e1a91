namespace Harness.Cli;

/// <summary>What the process says to whoever started it. There are no other codes.</summary>
public static class ExitCode
{
    /// <summary>Certified; or a selection, which cannot certify, passed; or a command did what it was asked to.</summary>
    public const int Certified = 0;

    /// <summary>Not conformant, or something that certifies was not decided.</summary>
    public const int NotConformant = 1;

    /// <summary>Could not run, or was stopped: options, files, a target that cannot be reached.</summary>
    public const int CouldNotRun = 2;
}
