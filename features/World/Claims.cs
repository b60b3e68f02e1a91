namespace Harness.Features.World;

/// <summary>What a request has claimed in output-only fields (COM-04), to be looked for afterwards.</summary>
public sealed class Claims
{
    private Func<Task>? check;

    /// <summary>Claims were made.</summary>
    /// <param name="kept">Looks for them; a failed check where one was kept.</param>
    public void Made(Func<Task> kept) => check = kept;

    /// <summary>Looks for the claims of the latest request that made any.</summary>
    public Task CheckNoneIsKept() =>
        (check ?? throw new InvalidOperationException("no step of this scenario has made a claim yet"))();
}
