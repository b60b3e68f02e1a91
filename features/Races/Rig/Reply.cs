using Harness.Features.World;

namespace Harness.Features.Races.Rig;

/// <summary>What became of one request of a burst. Stamps come from one counter. Closed.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>There was a whole answer, which is a decision: 2xx to 4xx.</summary>
    /// <param name="Called">Stamp before its first byte went out.</param>
    /// <param name="Returned">Stamp after the whole answer was in.</param>
    /// <param name="Answer">The answer.</param>
    public sealed record Known(long Called, long Returned, Answer Answer) : Reply;

    /// <summary>
    /// The target may have carried it out or not, at any time since: no whole answer came, or one that decides nothing.
    /// </summary>
    /// <param name="Called">Stamp before its first byte went out.</param>
    /// <param name="Why">What happened, in words.</param>
    /// <param name="Fault">What was thrown; null for an answer of 5xx.</param>
    /// <param name="Answer">The answer of 5xx; null where none came.</param>
    public sealed record Unknown(long Called, string Why, Exception? Fault, Answer? Answer) : Reply;

    /// <summary>The target never took it on: it has no effect, and is no part of a history.</summary>
    /// <param name="Why">What happened, in words.</param>
    /// <param name="Fault">What was thrown; null for an answer of 429.</param>
    /// <param name="Answer">The answer of 429; null where none came.</param>
    public sealed record NotSent(string Why, Exception? Fault, Answer? Answer) : Reply;
}
