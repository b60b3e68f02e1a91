using Harness.Cli.Efficacy;
using Harness.Cli.Local;
using Harness.Cli.Running;
using Harness.Features.Hosting;
using Harness.Features.Races.Exploring;
using Harness.Features.Target;

namespace Harness.Cli.Racing;

/// <summary>The target of races, with the partner that calls it.</summary>
internal sealed class RacingTarget : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> owned = [];

    private RacingTarget(TargetFile file, TimeProvider time)
    {
        File = file;
        Time = time;
    }

    /// <summary>What is raced against.</summary>
    public TargetFile File { get; }

    /// <summary>Real time.</summary>
    public TimeProvider Time { get; }

    /// <summary>Runs rounds.</summary>
    public RoundRunner Runner { get; private set; } = null!;

    /// <summary>Looks whether the target is as its file says, and starts the partner.</summary>
    /// <param name="choice">A target file, or the reference, with a defect or without.</param>
    /// <param name="surroundings">Where it runs.</param>
    /// <param name="stop">Gives it up.</param>
    /// <exception cref="CannotRunException">The target is not as its file says.</exception>
    public static async Task<RacingTarget> OpenAsync(
        RacingChoice choice,
        Surroundings surroundings,
        CancellationToken stop)
    {
        var embedded = choice.File is null
            ? await EmbeddedReference.StartAsync(1, surroundings.Time, stop, DefectOf(choice))
            : null;
        var owned = new Stack<IAsyncDisposable>();
        if (embedded is not null)
            owned.Push(embedded);
        try
        {
            var file = TargetFiles.Load(embedded?.TargetPath ?? choice.File!, surroundings);
            if (choice.File is not null)
                await Preflights.DemandAsync(file, surroundings, stop);
            return await OpenAsync(file, owned, surroundings, stop);
        }
        catch
        {
            while (owned.TryPop(out var item))
                await item.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (owned.TryPop(out var item))
            await item.DisposeAsync();
    }

    private static Alteration? DefectOf(RacingChoice choice) => choice.Mutant is not { } name
        ? null
        : MutantCatalogue.Find(name)?.Alter
            ?? throw new CannotRunException($"--mutant: expected one that harness efficacy lists, found {name}");

    private static async Task<RacingTarget> OpenAsync(
        TargetFile file,
        Stack<IAsyncDisposable> below,
        Surroundings surroundings,
        CancellationToken stop)
    {
        var target = new RacingTarget(file, surroundings.Time);
        var partner = PartnerSetup.Of(file, surroundings.Time);
        var console = new OperatorConsole(surroundings);
        below.Push(new Disposal(partner));
        below.Push(new Disposal(console));
        var host = await FeatureHost.OpenAsync(file, partner.Options, console.Or(), surroundings.Time, stop);
        foreach (var item in below.Reverse())
            target.owned.Push(item);
        target.owned.Push(host);
        target.Runner = new RoundRunner(host, file, surroundings.Time);
        return target;
    }
}
