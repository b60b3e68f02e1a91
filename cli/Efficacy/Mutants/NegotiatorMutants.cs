using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Reference.Negotiations;
using Harness.Reference.Portal;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Negotiations that the reference drives (KEY-04 to KEY-14, CON-09 to CON-16).</summary>
internal static class NegotiatorMutants
{
    /// <summary>What is proposed can be read once the peer has agreed to it only.</summary>
    public static Local.Alteration ReadableOnceAgreed { get; } = Alter.With<Memory>(memory => Alter.All(
        Outgoing.Calls(CreateConnection, async call =>
        {
            memory.Keep(IdOf(call));
            var answer = await call.ProceedAsync();
            memory.Forget(IdOf(call));
            return answer;
        }),
        Wire.Calls(GetConnection, call => memory.Knows(call.Segments[^1])
            ? Task.FromResult(Reply.Of(404))
            : call.ProceedAsync())));

    private const string Failing = "SET failure = @failure WHERE uuid = @uuid";

    public static IEnumerable<Mutant> All => [.. Keys, .. Choice, .. Trying];

    private static IEnumerable<Mutant> Keys =>
    [
        new("incomplete-key-accepted", "KEY-04", "a key that lacks a field is accepted",
            Alter.Rules(AcceptRules.KeyReadable with
            {
                Decide = @case => @case.Key is { SharedConnectionUuid: not null, ConnectionSizeMbps: not null }
                    ? null
                    : AcceptRules.KeyReadable.Decide(@case),
            })),
        new("room-of-all-together", "KEY-06", "a key is accepted where all interconnects together have room for it",
            Alter.Rules(AcceptRules.BandwidthAvailable with
            {
                Decide = @case => @case.Interconnects.Sum(row => row.FreeMbps) >= @case.Key?.ConnectionSizeMbps
                    ? null
                    : AcceptRules.BandwidthAvailable.Decide(@case),
            })),
        new("key-not-confirmed", "KEY-08", "the partner is not asked about the key", Outgoing.Calls(
            ConfirmActivationKey,
            _ => Task.FromResult(PeerCall.Reply(200, new JsonObject { ["keyValid"] = true })))),
        new("no-answer-is-valid", "KEY-08", "a key is taken for valid unless the partner says keyValid=false",
            Alter.Rules(NegotiationRules.GoesOnWithKey with { Decide = keyValid => keyValid != false })),
        new("invalid-key-stays-live", "KEY-14", "a connection whose key is not valid stays with the customer",
            Alter.Sql(Failing, "SET failure = NULLIF(@failure, @failure) WHERE uuid = @uuid")),
    ];

    private static IEnumerable<Mutant> Choice =>
    [
        new("peer-asked-first", "CON-09", "the connection can be read once the peer has agreed to it only",
            ReadableOnceAgreed),
        new("created-elsewhere", "CON-09", "the peer is asked for another interconnect than was reserved",
            Outgoing.Calls(CreateConnection, call => call.ProceedAsync(
                call.Path.Contains("/ix1/", StringComparison.Ordinal)
                    ? call.Path.Replace("/ix1/", "/ix2/", StringComparison.Ordinal)
                    : call.Path.Replace($"/{call.Segments[^2]}/", "/ix1/", StringComparison.Ordinal),
                null))),
        new("first-interconnect-proposed", "CON-10", "the first interconnect with room is proposed",
            Alter.Rules(NegotiationRules.MostAvailable with
            {
                Decide = offers => offers.MinBy(offer => offer.Name.Id),
            })),
        new("last-interconnect-proposed", "CON-10", "the last interconnect with room is proposed",
            Alter.Rules(NegotiationRules.MostAvailable with
            {
                Decide = offers => offers.MaxBy(offer => offer.Name.Id),
            })),
        new("first-conflict-forgotten", "CON-11", "after a second conflict the first interconnect is proposed again",
            Alter.With<Memory>(memory => Outgoing.Calls(CreateConnection, call =>
            {
                var first = memory.KeepFirst(IdOf(call), call.Path);
                return memory.Count($"proposals of {IdOf(call)}") == 3
                    ? call.ProceedAsync(first, null)
                    : call.ProceedAsync();
            }))),
    ];

    private static IEnumerable<Mutant> Trying =>
    [
        new("gives-up-at-once", "CON-12", "a failed proposal is not repeated",
            Alter.Rules(NegotiationRules.RetryWait with { Decide = _ => null })),
        new("not-refreshed", "CON-12", "environment and interconnects are read from the peer once",
            Alter.With<Memory>(memory => Outgoing.Calls(async call =>
            {
                if (call.Operation != GetEnvironment.Id && call.Operation != ListInterconnects.Id)
                    return await call.ProceedAsync();
                if (memory.Of(call.Path) is { } kept)
                    return PeerCall.Reply(200, JsonNode.Parse(kept));
                using var answer = await call.ProceedAsync();
                var body = await answer.Content.ReadAsStringAsync();
                memory.Keep(call.Path, body);
                return PeerCall.Reply((int)answer.StatusCode, JsonNode.Parse(body));
            }))),
        new("failure-not-told", "CON-16", "the customer is not told why a connection could not be made",
            Alter.Sql(Failing, "SET failure = '' WHERE uuid = @uuid")),
        new("refused-proposal-stays-reserved", "CON-16", "what a refused proposal has reserved is not freed",
            options => Outgoing.Calls(CreateConnection, async call =>
            {
                var answer = await call.ProceedAsync();
                if (!answer.IsSuccessStatusCode)
                    await During.WriteAsync(
                        options,
                        "UPDATE interconnects SET reserved_mbps = reserved_mbps + 1 WHERE name LIKE @name "
                            + "AND reserved_mbps < max_mbps",
                        new { name = $"%{call.Path.Split("environments")[^1].Split("/connections")[0]}" });
                return answer;
            })(options)),
    ];

    private static string IdOf(PeerCall call) => call.Path.Split("connectionId=")[^1].Split('&')[0];
}
