using Harness.Certification.Verdicts;

namespace Harness.Features.Target.Hooks;

/// <summary>Where a person is asked to act at the target.</summary>
public interface IOperatorConsole
{
    /// <summary>Asks a person to do something and for what came of it.</summary>
    /// <param name="text">What to do.</param>
    /// <param name="fields">What to answer with.</param>
    /// <param name="cancellation">Ends with the deadline.</param>
    /// <returns>A value for every field; null where the person says that the target refused.</returns>
    /// <exception cref="BlameException">Nobody can be asked.</exception>
    Task<IReadOnlyDictionary<string, string>?> AskAsync(
        string text,
        IReadOnlyList<string> fields,
        CancellationToken cancellation);
}
