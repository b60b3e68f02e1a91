using System.Text.Json.Nodes;
using Harness.Simulator.Calling;

namespace Harness.Simulator.Behaviours;

/// <summary>What the partner does with a request. Closed: one of the nested records.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>What a well-behaved partner does.</summary>
    public static Answer Default { get; } = new WellBehaved();

    /// <summary>Closes the connection without an answer; nothing is done with the request.</summary>
    public static Answer Drop { get; } = new Dropped();

    /// <summary>Resets the request's stream, or its connection below HTTP/2; nothing is done with it.</summary>
    public static Answer Reset { get; } = new WasReset();

    /// <summary>A scripted status and body; the partner's state is left alone.</summary>
    public static Answer Reply(int status, JsonNode? body = null) =>
        new Scripted(status, body?.ToJsonString(), "application/json");

    /// <summary>Holds the request at a gate, undone, and then does <paramref name="then"/>.</summary>
    public static Answer HoldAt(Gate gate, TimeSpan deadline, Answer? then = null) =>
        new Held(gate, deadline, then ?? Default);

    /// <summary>Does <paramref name="first"/>, effects included, and holds its response at a gate.</summary>
    public static Answer HoldResponseAt(Gate gate, TimeSpan deadline, Answer? first = null) =>
        new ResponseHeld(gate, deadline, first ?? Default);

    /// <summary>Leaves the request undone for a while, and then does <paramref name="then"/>.</summary>
    public static Answer After(TimeSpan delay, Answer? then = null) => new Delayed(delay, then ?? Default);

    public sealed record WellBehaved : Answer;

    /// <param name="Status">HTTP status.</param>
    /// <param name="Body">Sent as it is; null for none.</param>
    /// <param name="ContentType">Of the body.</param>
    public sealed record Scripted(int Status, string? Body, string ContentType) : Answer;

    /// <param name="Gate">Where it is held.</param>
    /// <param name="Deadline">After it the request is answered 503.</param>
    /// <param name="Then">What is done after the release.</param>
    public sealed record Held(Gate Gate, TimeSpan Deadline, Answer Then) : Answer;

    /// <param name="Gate">Where the response is held.</param>
    /// <param name="Deadline">After it the response goes out all the same.</param>
    /// <param name="First">What is done before.</param>
    public sealed record ResponseHeld(Gate Gate, TimeSpan Deadline, Answer First) : Answer;

    /// <param name="By">How long the request is left undone.</param>
    /// <param name="Then">What is done after it.</param>
    public sealed record Delayed(TimeSpan By, Answer Then) : Answer;

    public sealed record Dropped : Answer;

    public sealed record WasReset : Answer;

    /// <summary>Does nothing and says nothing until the caller gives up.</summary>
    /// <param name="Deadline">After it the connection is closed.</param>
    public sealed record Silent(TimeSpan Deadline) : Answer;

    /// <summary>Does <paramref name="First"/>, effects included, and answers when the caller has given up.</summary>
    /// <param name="First">What is done at once.</param>
    /// <param name="Deadline">A caller that still waits then has its answer.</param>
    public sealed record TooLate(Answer First, TimeSpan Deadline) : Answer;

    /// <summary>Does <paramref name="First"/>, effects included, and bends what goes back.</summary>
    public abstract record Bending(Answer First) : Answer;

    /// <summary>
    /// Sends the response of <paramref name="First"/> twice. On HTTP/1.1 alone: HTTP/2 knows no second response to
    /// a request, and there it goes out once.
    /// </summary>
    public sealed record Doubled(Answer First) : Bending(First);

    /// <summary>Carries a request out several times, and answers as the last time.</summary>
    /// <param name="First">What is done.</param>
    /// <param name="Times">How often.</param>
    public sealed record Repeated(Answer First, int Times) : Answer;

    /// <summary>Does <paramref name="First"/>, and says something else in the response's body.</summary>
    public sealed record Altered(Answer First, Alteration Alteration) : Bending(First);

    /// <summary>Does <paramref name="First"/>, and spoils its response on the wire.</summary>
    public sealed record Corrupted(Answer First, Corruption How) : Bending(First);

    /// <summary>Does <paramref name="First"/>, effects included, and lets its response wait for a while.</summary>
    public sealed record ResponseDelayed(Answer First, TimeSpan By) : Answer;

    /// <summary>Calls the target while the request is held, undone, and then does <paramref name="Then"/>.</summary>
    public sealed record Calling(IReadOnlyList<TargetCall> Calls, Answer Then) : Answer;

    /// <summary>Does <paramref name="First"/>, effects included, and calls the target before it answers.</summary>
    public sealed record CallingAfter(Answer First, IReadOnlyList<TargetCall> Calls) : Answer;

    /// <summary>Does <paramref name="First"/>, and calls the target once the response is out.</summary>
    public sealed record Followed(Answer First, IReadOnlyList<TargetCall> Calls) : Bending(First);
}
