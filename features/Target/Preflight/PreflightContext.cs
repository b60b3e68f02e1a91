using Harness.Certification.Text;
using Harness.Protocol.Client;
using Harness.Simulator;

namespace Harness.Features.Target.Preflight;

/// <summary>What the checks of one preflight share.</summary>
/// <param name="file">The target file.</param>
/// <param name="session">Reaches the target.</param>
/// <param name="partner">The partner's running server; null where it was not started.</param>
/// <param name="time">Real time.</param>
/// <param name="report">Takes every finding.</param>
internal sealed class PreflightContext(
    TargetFile file,
    PreflightSession session,
    Partner? partner,
    TimeProvider time,
    Action<Finding> report)
{
    private const int MostPages = 100;

    public TargetFile File => file;

    public PreflightSession Session => session;

    public Partner? Partner => partner;

    public TimeProvider Time => time;

    public void Ok(string path, string found) =>
        report(new Finding(Severity.Ok, file.Lines.Of(path), "", found, null));

    public void Warn(string path, string expected, string found, string? action = null) =>
        report(new Finding(Severity.Warning, file.Lines.Of(path), expected, found, action));

    public void Fail(string path, string expected, string found, string? action = null) =>
        report(new Finding(Severity.Error, file.Lines.Of(path), expected, found, action));

    /// <summary>An answer in words: its status, and what the target says about it.</summary>
    public static string Describe<T>(ApiResult<T> result) => result switch
    {
        ApiResult<T>.Refusal { Problem.Detail: { } detail } => $"status {result.Status} ({detail})",
        ApiResult<T>.Malformed malformed => $"status {result.Status} with a body that is {malformed.Reason}",
        _ => $"status {result.Status}",
    };

    /// <summary><c>did you mean x?</c>, or what there is to choose from.</summary>
    public static string Choice(string word, IReadOnlyCollection<string> known) =>
        Nearest.Of(word, known) is { } near
            ? $"did you mean {near}?"
            : known.Count == 0 ? "the target serves none" : $"the target serves {string.Join(", ", known)}";

    /// <summary>All items of a list, page by page; null where a page was not to be had, which is reported.</summary>
    public async Task<IReadOnlyList<TItem>?> ListAsync<TPage, TItem>(
        string path,
        string what,
        Func<string?, Task<ApiResult<TPage>>> page,
        Func<TPage, (IReadOnlyList<TItem>? Items, string? Next)> read)
    {
        var items = new List<TItem>();
        string? token = null;
        for (var count = 0; count < MostPages; count++)
        {
            var result = await page(token);
            if (result is not ApiResult<TPage>.Success success)
            {
                Fail(path, $"a list of {what}", Describe(result));
                return null;
            }

            var (found, next) = read(success.Value);
            items.AddRange(found ?? []);
            if (string.IsNullOrEmpty(next))
                return items;
            token = next;
        }

        Fail(path, $"a list of {what} that ends", $"more than {MostPages} pages", "the target's paging does not end");
        return null;
    }
}
