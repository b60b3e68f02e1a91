using Harness.Certification.Linearizability;

namespace Harness.Features.Races.Models;

/// <summary>
/// One activation key, one request at a time: unused and live it is valid (KEY-09); once a connection has been created
/// with it, never again (KEY-11), and so after that connection's delete (KEY-16). Whether a confirmation uses it up
/// already, the source leaves open: a second one may be answered either way.
/// </summary>
public sealed class KeyUseModel : ISequentialModel<KeyUse, KeyUseInput, KeyUseAnswer>
{
    private const int Conflict = 409;
    private const int Missing = 404;

    public string Name => "one activation key and its connection, one request at a time";

    public KeyUse Start(string partition) => new(KeyUseState.Issued);

    public IEnumerable<KeyUse> Apply(KeyUse state, KeyUseInput input, KeyUseAnswer? answer, bool contended) =>
        input.Request switch
        {
            KeyRequest.Confirm => Confirm(state, answer),
            KeyRequest.Create => Create(state, answer, contended),
            KeyRequest.Delete => Delete(state, answer),
            _ => Kept(state, answer is null
                || (state.Is(KeyUseState.Used) ? answer.IsDone : answer.Status == Missing)),
        };

    /// <summary>Creations contend for the key, and so do a creation and the delete of what it makes.</summary>
    public bool Rivals(KeyUseInput one, KeyUseInput other) => !IsRead(one) && !IsRead(other);

    public bool IsRead(KeyUseInput input) => input.Request == KeyRequest.Read;

    public string Describe(KeyUseInput input) => input.Request switch
    {
        KeyRequest.Confirm => $"confirm key k{input.Key}",
        KeyRequest.Create => $"create the connection of key k{input.Key}",
        KeyRequest.Delete => $"delete the connection of key k{input.Key}",
        _ => $"read the connection of key k{input.Key}",
    };

    public string Describe(KeyUseAnswer answer) =>
        answer.IsDone && answer.Valid ? $"{answer.Status}, valid" : $"{answer.Status}";

    public string Explain(KeyUse state) => state.State switch
    {
        KeyUseState.Issued => "the key is issued and not confirmed",
        KeyUseState.Confirmed => "the key is confirmed and not used",
        KeyUseState.Used => "the key is used, and its connection stands",
        _ => "the connection was deleted, and the key is dead",
    };

    // A key that is not valid is answered keyValid=false or a refusal.
    private static IEnumerable<KeyUse> Confirm(KeyUse state, KeyUseAnswer? answer) => state.State switch
    {
        KeyUseState.Issued => answer is null or { IsDone: true, Valid: true } ? [new(KeyUseState.Confirmed)] : [],
        KeyUseState.Confirmed => [state],
        _ => Kept(state, answer is null or { Valid: false }),
    };

    private static IEnumerable<KeyUse> Create(KeyUse state, KeyUseAnswer? answer, bool contended)
    {
        var accepted = state.Is(KeyUseState.Confirmed);
        if (answer is null or { IsDone: true })
            return accepted ? [new(KeyUseState.Used)] : [];
        return Kept(state, state.State switch
        {
            KeyUseState.Confirmed => answer.Status == Conflict && contended,
            KeyUseState.Used => answer.Status == Conflict,
            _ => answer.Status is >= 400 and <= 499,
        });
    }

    private static IEnumerable<KeyUse> Delete(KeyUse state, KeyUseAnswer? answer)
    {
        if (state.Is(KeyUseState.Used))
            return answer is null or { IsDone: true } ? [new(KeyUseState.Dead)] : [];
        return Kept(state, answer is null or { IsDone: true } or { Status: Missing });
    }

    private static IEnumerable<KeyUse> Kept(KeyUse state, bool legal) => legal ? [state] : [];
}
