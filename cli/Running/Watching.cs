using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Cli.Showing;
using Spectre.Console;

namespace Harness.Cli.Running;

/// <summary>Chooses how a run is watched.</summary>
internal static class Watching
{
    /// <summary>Runs while showing progress as far as it is wanted and can be shown.</summary>
    /// <param name="run">Starts the run.</param>
    /// <param name="display">What is wanted.</param>
    /// <param name="asks">A person will be asked things, which a picture that is drawn anew would hide.</param>
    /// <param name="surroundings">Where it is shown.</param>
    public static async Task<Run> RunAsync(
        Func<IRunListener, Task<Run>> run,
        Display display,
        bool asks,
        Surroundings surroundings)
    {
        if (display != Display.Progress)
            return await run(new SilentListener());
        if (!surroundings.IsInteractive || asks)
            return await run(new PlainProgress(surroundings.Output, surroundings.Time));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(surroundings.Output),
        });
        var live = new LiveProgress(console, surroundings.Time);
        return await live.DrawAsync(run(live));
    }
}
