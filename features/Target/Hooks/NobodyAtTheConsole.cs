using Harness.Certification.Verdicts;

namespace Harness.Features.Target.Hooks;

/// <summary>The console of a run that nobody watches, such as one in CI.</summary>
public sealed class NobodyAtTheConsole : IOperatorConsole
{
    public Task<IReadOnlyDictionary<string, string>?> AskAsync(
        string text,
        IReadOnlyList<string> fields,
        CancellationToken cancellation) =>
        throw new BlameException(
            Blame.Operator,
            $"expected a person to answer the prompt \"{text}\", found a run that is not interactive; "
            + "run it on a terminal, or make the hook an http or a command one");
}
