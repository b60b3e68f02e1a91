using System.Text;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Defaults;
using Harness.Simulator.Journaling;
using Microsoft.AspNetCore.Http.Features;

namespace Harness.Simulator.Serving;

/// <summary>Takes one request of the target through journal, behaviours and answer.</summary>
internal sealed class PartnerServer(
    PartnerOptions options,
    Journal journal,
    BehaviourBook behaviours,
    WellBehavedPartner wellBehaved)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        if (request is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var entry = journal.Begin(EntryOf(context, request));
        try
        {
            var answer = behaviours.Decide(entry.Operation, entry.Resource);
            var reply = IsAuthenticated(context)
                ? await AnswerAsync(answer, request, context.RequestAborted)
                : PartnerReply.Refuse(401, "expected the bearer token that the partner knows");
            await CarryOutAsync(context, entry, reply);
        }
        catch (OperationCanceledException)
        {
            journal.End(entry with { Fault = "the target gave up before the answer" });
        }
    }

    private async Task<PartnerReply?> AnswerAsync(
        Answer answer,
        PartnerRequest request,
        CancellationToken aborted)
    {
        switch (answer)
        {
            case Answer.Scripted scripted:
                return new PartnerReply(scripted.Status, scripted.Body, scripted.ContentType);
            case Answer.Dropped:
                return null;
            case Answer.Held held:
                return await held.Gate.PassAsync(held.Deadline, aborted)
                    ? await AnswerAsync(held.Then, request, aborted)
                    : PartnerReply.Refuse(503, $"gate {held.Gate.Name} was not released before the deadline");
            case Answer.ResponseHeld held:
                var reply = await AnswerAsync(held.First, request, aborted);
                await held.Gate.PassAsync(held.Deadline, aborted);
                return reply;
            default:
                return wellBehaved.Answer(request);
        }
    }

    private async Task CarryOutAsync(HttpContext context, JournalEntry entry, PartnerReply? reply)
    {
        if (reply is null)
        {
            journal.End(entry with { Fault = "dropped by script" });
            context.Abort();
            return;
        }

        // Entered before it leaves: whoever has seen the response finds it in the journal.
        context.Response.StatusCode = reply.Status;
        List<KeyValuePair<string, string>> headers = [];
        if (reply.Body is not null)
        {
            context.Response.ContentType = reply.ContentType;
            headers.Add(KeyValuePair.Create("Content-Type", reply.ContentType));
        }

        journal.End(entry with { Status = reply.Status, Response = new JournalMessage(headers, reply.Body) });
        if (reply.Body is not null)
            await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }

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
