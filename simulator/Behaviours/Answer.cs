using System.Text.Json.Nodes;

namespace Harness.Simulator.Behaviours;

/// <summary>What the partner does with a request. Closed: one of the nested records.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>What a well-behaved partner does.</summary>
    public static Answer Default { get; } = new WellBehaved();

    /// <summary>A scripted status and body; the partner's state is left alone.</summary>
    public static Answer Reply(int status, JsonNode? body = null) =>
        new Scripted(status, body?.ToJsonString(), "application/json");

    /// <summary>Holds the request at a gate, undone, and then does <paramref name="then"/>.</summary>
    public static Answer HoldAt(Gate gate, TimeSpan deadline, Answer? then = null) =>
        new Held(gate, deadline, then ?? Default);

    /// <summary>Does <paramref name="first"/>, effects included, and holds its response at a gate.</summary>
    public static Answer HoldResponseAt(Gate gate, TimeSpan deadline, Answer? first = null) =>
        new ResponseHeld(gate, deadline, first ?? Default);

    /// <summary>Closes the connection without an answer; nothing is done with the request.</summary>
    public static Answer Drop { get; } = new Dropped();

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

    public sealed record Dropped : Answer;
}
