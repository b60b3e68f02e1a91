using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Harness.Features.World;

namespace Harness.Features.Races.Rig;

/// <summary>One request of a burst: made as the caller that is given.</summary>
public delegate Task<Answer> RaceRequest(Caller caller);

/// <summary>
/// Makes requests that meet at the target: all are as good as sent before the first is let go. Nothing is tried twice,
/// and every wait has a deadline.
/// </summary>
/// <param name="lanes">The connections.</param>
/// <param name="through">A caller, the partner, whose requests go through a handler.</param>
/// <param name="deadline">For the requests to gather; then those that are there start.</param>
/// <param name="time">Real time.</param>
/// <param name="cancellation">Ends with the scenario.</param>
public sealed class RaceRig(
    IRaceLanes lanes,
    Func<HttpMessageHandler, Caller> through,
    TimeSpan deadline,
    TimeProvider time,
    Func<CancellationToken> cancellation)
{
    /// <summary>Stamps of all that this rig sends.</summary>
    public Stamps Stamps { get; } = new();

    /// <summary>One request each of as many callers, released together over one connection.</summary>
    /// <returns>The answers in the order of the requests.</returns>
    /// <exception cref="Certification.Verdicts.BlameException">A request was not answered.</exception>
    public async Task<IReadOnlyList<Answer>> TogetherAsync(IEnumerable<RaceRequest> requests)
    {
        var replies = await BurstAsync([.. requests.Select(request => (IReadOnlyList<RaceRequest>)[request])],
            Release.OneConnection);
        return [.. replies.Select(reply => AnswerOf(reply[0]))];
    }

    /// <summary>
    /// Lets several callers go at once. The first request of each is released together with the others'; its further
    /// ones follow, each when the one before has ended.
    /// </summary>
    /// <param name="clients">The requests of each caller, in their order.</param>
    /// <param name="release">Over what they go.</param>
    /// <returns>What became of each, in the same order.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Reply>>> BurstAsync(
        IReadOnlyList<IReadOnlyList<RaceRequest>> clients,
        Release release)
    {
        var handlers = await lanes.WarmAsync(clients.Count, release, cancellation());
        var gate = new StartingGate();
        var running = clients.Select((client, index) => RunAsync(client, handlers[index], gate.Take())).ToList();
        try
        {
            await gate.GatherAsync(clients.Count, deadline, time, cancellation());
        }
        finally
        {
            gate.Open();
        }

        return await Task.WhenAll(running);
    }

    /// <summary>One request alone, as at a quiet point.</summary>
    public async Task<Reply> AloneAsync(RaceRequest request) => await SendAsync(request, through(lanes.Shared));

    /// <summary>The answer of a request that has to be answered.</summary>
    /// <exception cref="Certification.Verdicts.BlameException">It was not.</exception>
    public static Answer AnswerOf(Reply reply) => reply switch
    {
        Reply.Known known => known.Answer,
        Reply.Unknown { Answer: { } answer } => answer,
        Reply.NotSent { Answer: { } answer } => answer,
        Reply.Unknown { Fault: { } fault } => Again(fault),
        Reply.NotSent { Fault: { } fault } => Again(fault),
        _ => throw new InvalidOperationException("a reply with neither answer nor fault"),
    };

    // As it was thrown, with whom it blames.
    [DoesNotReturn]
    private static Answer Again(Exception fault)
    {
        ExceptionDispatchInfo.Throw(fault);
        throw fault;
    }

    private async Task<IReadOnlyList<Reply>> RunAsync(
        IReadOnlyList<RaceRequest> requests,
        HttpMessageHandler lane,
        StartingPlace place)
    {
        using var holding = new HoldingHandler(lane, place);
        var caller = through(holding);
        var replies = new List<Reply>(requests.Count);
        foreach (var request in requests)
        {
            replies.Add(await SendAsync(request, caller));
            place.Leave();
        }

        return replies;
    }

    private async Task<Reply> SendAsync(RaceRequest request, Caller caller)
    {
        var called = Stamps.Next();
        try
        {
            var answer = await request(caller);
            return Fate.Of(called, Stamps.Next(), answer);
        }
        catch (Exception fault) when (Fate.IsOfExchange(fault))
        {
            return Fate.Of(called, fault);
        }
    }
}
