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
    private readonly Stack<IAsyncDisposable> owned;

    private RacingTarget(TargetFile file, RoundRunner runner, Stack<IAsyncDisposable> owned)
    {
        File = file;
        Runner = runner;
        this.owned = owned;
    }

    /// <summary>What is raced against.</summary>
    public TargetFile File { get; }

    /// <summary>Runs rounds.</summary>
    public RoundRunner Runner { get; }

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
        if (choice.File is not { } path)
            return await EmbeddedAsync(DefectOf(choice), surroundings, stop);
        var file = TargetFiles.Load(path, surroundings);
        await Preflights.DemandAsync(file, surroundings, stop);
        return await OpenAsync(file, new(), surroundings, stop);
    }

    /// <summary>Starts the reference, altered or as it is, and the partner.</summary>
    public static async Task<RacingTarget> EmbeddedAsync(
        Alteration? alter,
        Surroundings surroundings,
        CancellationToken stop)
    {
        var embedded = await EmbeddedReference.StartAsync(1, surroundings.Time, stop, alter);
        var owned = new Stack<IAsyncDisposable>([embedded]);
        return await OpenAsync(TargetFiles.Load(embedded.TargetPath, surroundings), owned, surroundings, stop);
    }

    public ValueTask DisposeAsync() => CloseAsync(owned);

    private static Alteration? DefectOf(RacingChoice choice) => choice.Mutant is not { } name
        ? null
        : MutantCatalogue.Find(name)?.Alter
            ?? throw new CannotRunException($"--mutant: expected one that harness efficacy lists, found {name}");

    private static async Task<RacingTarget> OpenAsync(
        TargetFile file,
        Stack<IAsyncDisposable> owned,
        Surroundings surroundings,
        CancellationToken stop)
    {
        try
        {
            var partner = PartnerSetup.Of(file, surroundings.Time);
            owned.Push(new Disposal(partner));
            var console = new OperatorConsole(surroundings);
            owned.Push(new Disposal(console));
            var host = await FeatureHost.OpenAsync(file, partner.Options, console.Or(), surroundings.Time, stop);
            owned.Push(host);
            return new RacingTarget(file, new RoundRunner(host, file, surroundings.Time), owned);
        }
        catch
        {
            await CloseAsync(owned);
            throw;
        }
    }

    private static async ValueTask CloseAsync(Stack<IAsyncDisposable> owned)
    {
        while (owned.TryPop(out var item))
            await item.DisposeAsync();
    }
}
