namespace Harness.Features.Living;

/// <summary>
/// Something that a living partner has taken on. It goes on turn by turn: a turn that got no answer is taken again, so
/// that each call has to bear being made twice.
/// </summary>
internal interface IUndertaking
{
    /// <summary>Does what can be done now; true once nothing is left of it.</summary>
    /// <exception cref="Protocol.Client.TransportException">The target did not answer.</exception>
    Task<bool> TurnAsync(CancellationToken cancellation);
}
