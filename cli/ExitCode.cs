namespace Harness.Cli;

/// <summary>What the process says to whoever started it. There are no other codes.</summary>
public static class ExitCode
{
    /// <summary>Certified; or a selection, which cannot certify, passed; or what was asked for is done.</summary>
    public const int Certified = 0;

    /// <summary>Not conformant, or something that certifies was not decided.</summary>
    public const int NotConformant = 1;

    /// <summary>Could not run, or was stopped: options, files, a target that cannot be reached.</summary>
    public const int CouldNotRun = 2;
}
