namespace Harness.Features.Target.Preflight;

/// <summary>One thing that is looked at before the run.</summary>
internal interface IPreflightCheck
{
    /// <summary>What is looked at, for the progress display.</summary>
    string Name { get; }

    /// <summary>Where the target file speaks of it.</summary>
    string Path { get; }

    /// <summary>Without it the later checks make no sense: they are not begun after an error.</summary>
    bool IsGround { get; }

    /// <summary>Looks, and reports what it finds to the context.</summary>
    Task RunAsync(PreflightContext context, CancellationToken cancellation);
}
