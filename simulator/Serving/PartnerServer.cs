using System.Text;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Calling;
using Harness.Simulator.Defaults;
using Harness.Simulator.Journaling;
using Microsoft.AspNetCore.Http.Features;

namespace Harness.Simulator.Serving;

/// <summary>Takes one request of the target through journal, behaviours and answer.</summary>
internal sealed class PartnerServer(
    PartnerOptions options,
    Journal journal,
    BehaviourBook behaviours,
    WellBehavedPartner wellBehaved,
    Calls calls)
{
    private const string GaveUp = "the target gave up before the answer";

    private readonly AnswerRunner answers = new(wellBehaved, calls.AnsweringAsync, options.Clock);
    private readonly ReplyWriter writer = new(options.Clock);

    public async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        if (request is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var entry = journal.Begin(EntryOf(context, request));
        var outcome = await OutcomeAsync(context, request, entry);
        try
        {
            await CarryOutAsync(context, entry, outcome);
        }
        catch (OperationCanceledException)
        {
            // The answer is in the journal; that its rest found nobody is the caller's affair.
            context.Abort();
        }

        if (outcome is Outcome.Replied { Afterwards: { Count: > 0 } afterwards })
            await calls.AnsweringAsync(afterwards, request);
    }

    private async Task<Outcome> OutcomeAsync(HttpContext context, PartnerRequest request, JournalEntry entry)
    {
        if (!IsAuthenticated(context))
            return new Outcome.Replied(PartnerReply.Refuse(401, "expected the bearer token that the partner knows"));
        var gone = context.RequestAborted;
        try
        {
            var answer = behaviours.Decide(entry.Operation, entry.Resource, request.Body);
            var outcome = await answers.RunAsync(answer, request, gone);
            return gone.IsCancellationRequested ? new Outcome.Closed(GaveUp) : outcome;
        }
        catch (OperationCanceledException)
        {
            return new Outcome.Closed(GaveUp);
        }
        catch (ScriptFaultException fault)
        {
            return new Outcome.Closed($"script: {fault.Message}");
        }
    }

    private async Task CarryOutAsync(HttpContext context, JournalEntry entry, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Closed closed:
                journal.End(entry with { Fault = closed.Why });
                context.Abort();
                break;
            case Outcome.WasReset:
                journal.End(entry with { Fault = "reset by script" });
                ReplyWriter.Reset(context);
                break;
            case Outcome.Replied replied:
                // Entered before it leaves: whoever has seen the response finds it in the journal.
                journal.End(entry with { Status = replied.Reply.Status, Response = MessageOf(replied.Reply) });
                await writer.WriteAsync(context, replied);
                break;
        }
    }

    private static JournalMessage MessageOf(PartnerReply reply) => new(
        reply.Body is null ? [] : [KeyValuePair.Create("Content-Type", reply.ContentType)], reply.Body);

    private bool IsAuthenticated(HttpContext context) =>
        options.InboundToken is null || context.Request.Headers.Authorization == $"Bearer {options.InboundToken}";

    // The path as it was sent: an escaped slash is part of an id, not a separator.
    private static string PathOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return target.Split('?')[0].TrimStart('/');
    }

    private static async Task<PartnerRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var path = PathOf(context);
            var query = Address.ParseQuery(context.Request.QueryString.Value ?? "");
            return new PartnerRequest(Address.Of(context.Request.Method, path, query), path, body);
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    private static JournalEntry EntryOf(HttpContext context, PartnerRequest request) => new(
        0,
        null,
        default,
        default,
        JournalDirection.FromTarget,
        context.Request.Method,
        $"/{request.Path}{context.Request.QueryString}",
        request.Address.Operation,
        request.Address.Resource,
        new JournalMessage(
            [.. context.Request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))],
            request.Body.Length == 0 ? null : request.Body));
}
