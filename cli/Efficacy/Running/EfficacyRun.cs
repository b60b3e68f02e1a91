using System.Collections.Concurrent;
using System.Globalization;
using Harness.Certification.Text;
using Harness.Certification.Verdicts;
using Harness.Cli.Efficacy.Reporting;
using Harness.Cli.Running;

namespace Harness.Cli.Efficacy.Running;

/// <summary>Puts every mutant on trial, and says which of them the suite notices.</summary>
internal static class EfficacyRun
{
    private const int Slots = 2;

    /// <summary>Runs the trials, shows the matrix, and writes it where that is asked for.</summary>
    /// <exception cref="CannotRunException">Something that was given cannot be worked with.</exception>
    public static async Task<int> RunAsync(EfficacyRequest request, Surroundings surroundings, CancellationToken stop)
    {
        var suite = Suites.Load();
        var mutants = Chosen(MutantCatalogue.Of(suite.Catalogue), request.Only);
        if (request.Output is { } directory)
            OutputDirectory.Demand(directory);
        var trial = new Trial(suite, request.Seed, Slots, surroundings.Time);
        var startedAt = surroundings.Time.GetUtcNow();
        var output = TextWriter.Synchronized(surroundings.Output);
        await output.WriteLineAsync($"{mutants.Count} mutants, {request.Parallel} at a time");
        var done = 0;
        var results = await RunAsync(
            trial,
            mutants,
            request,
            result => output.WriteLine(MatrixText.Line(result, Interlocked.Increment(ref done), mutants.Count)),
            stop);
        var matrix = new KillMatrix(
            Tool.Version,
            startedAt,
            surroundings.Time.GetUtcNow() - startedAt,
            request.Seed,
            results);
        MatrixText.Write(matrix, surroundings.Output);
        if (request.Output is not null)
            MatrixFiles.Write(matrix, request.Output, surroundings.Output);
        return matrix.Findings is [] ? ExitCode.Certified : ExitCode.NotConformant;
    }

    /// <summary>Runs trials side by side.</summary>
    /// <param name="trial">Runs one.</param>
    /// <param name="mutants">Who is on trial.</param>
    /// <param name="request">How many at a time, and how thoroughly.</param>
    /// <param name="ended">Told of each that has ended, by several threads.</param>
    /// <param name="stop">Gives it up.</param>
    /// <returns>The trials, in the order of the mutants.</returns>
    public static async Task<IReadOnlyList<TrialResult>> RunAsync(
        Trial trial,
        IReadOnlyList<Mutant> mutants,
        EfficacyRequest request,
        Action<TrialResult> ended,
        CancellationToken stop)
    {
        var results = new ConcurrentDictionary<string, TrialResult>();
        await Parallel.ForEachAsync(
            mutants,
            new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = stop },
            async (mutant, cancellation) =>
            {
                var result = await RunAsync(trial, mutant, request.Quick, cancellation);
                results[mutant.Name] = result;
                ended(result);
            });
        return [.. mutants.Select(mutant => results[mutant.Name])];
    }

    // The one thing that a trial cannot help is that somebody else takes the port that it has found free.
    private static async Task<TrialResult> RunAsync(Trial trial, Mutant mutant, bool quick, CancellationToken stop)
    {
        try
        {
            return await trial.RunAsync(mutant, quick, stop);
        }
        catch (BlameException taken) when (taken.Blame == Blame.Config)
        {
            return await trial.RunAsync(mutant, quick, stop);
        }
    }

    private static List<Mutant> Chosen(IReadOnlyList<Mutant> all, IReadOnlyList<string> only)
    {
        var words = all.Select(mutant => mutant.Name).Concat(all.Select(mutant => mutant.Requirement)).ToHashSet();
        var unknown = only.Where(word => !words.Contains(word)).Select(word => string.Create(
            CultureInfo.InvariantCulture,
            $"--only: expected a mutant or a requirement that one breaks, found {word}{Nearest.Hint(word, words)}"));
        if (unknown.ToArray() is [_, ..] lines)
            throw new CannotRunException(lines);
        return [.. all.Where(mutant =>
            only.Count == 0 || only.Contains(mutant.Name) || only.Contains(mutant.Requirement))];
    }
}
