using NUnit.Framework;

namespace Harness.Tests.Reference.Negotiations;

[TestFixture]
public sealed class InterconnectChoiceTests
{
    private const string Proposal = "/connections?connectionId=";

    private ReferencePair pair = null!;

    [SetUp]
    public async Task Start() => pair = await ReferencePair.StartAsync();

    [TearDown]
    public ValueTask Stop() => pair.DisposeAsync();

    [Test]
    public async Task The_interconnect_with_the_most_available_bandwidth_is_proposed()
    {
        await FillAsync("ix-keys", 3000);
        await FillAsync("ix1", 2000);

        await pair.BothAsync(await pair.AcceptAsync(1000), "VERIFIED");
        Assert.That(await pair.PlacesAsync(pair.Aurora), Is.EqualTo((string[])["ix2 1000 6"]));

        await FillAsync("ix2", 4000);
        await pair.BothAsync(await pair.AcceptAsync(1000), "VERIFIED");
        Assert.That(await pair.PlacesAsync(pair.Aurora), Is.EqualTo((string[])["ix1 3000 4", "ix2 5000 6"]));
    }

    [Test]
    public async Task The_connection_is_there_locally_when_the_peer_is_asked()
    {
        var held = pair.ToBorealis.Hold(Proposal);
        var uuid = await pair.AcceptAsync();

        var shown = await pair.Aurora.Borealis.GetJsonAsync(await held.PathAtCallerAsync());

        Assert.That((string?)shown["verificationState"], Is.EqualTo("VERIFICATION_STATE_UNVERIFIED"));
        Assert.That((int)shown["bandwidthMbps"]!, Is.EqualTo(1000));
        Assert.That(await pair.Aurora.ReservedAsync("ix-keys"), Is.EqualTo(1000));
        held.Release();
        await pair.BothAsync(uuid, "VERIFIED");
    }

    [Test]
    public async Task After_a_409_another_interconnect_is_proposed_and_the_first_one_freed()
    {
        pair.ToBorealis.On("/ix-keys" + Proposal, (_, _) => Wire.Answer(409));

        await pair.BothAsync(await pair.AcceptAsync(), "VERIFIED");

        Assert.That(await pair.PlacesAsync(pair.Aurora), Is.EqualTo((string[])["ix1 1000 4"]));
        Assert.That(await pair.Aurora.ReservedAsync("ix-keys"), Is.Zero);
        Assert.That(Proposals(), Is.EqualTo((string[])["ix-keys", "ix1"]));
    }

    [Test]
    public async Task Before_each_try_environment_and_interconnects_are_read_from_the_peer()
    {
        pair.ToBorealis.On("/ix-keys" + Proposal, (_, _) => Wire.Answer(409));

        await pair.BothAsync(await pair.AcceptAsync(), "VERIFIED");

        var order = pair.ToBorealis.Calls
            .Select(call => call switch
            {
                _ when call.EndsWith("/env-1", StringComparison.Ordinal) => "environment",
                _ when call.EndsWith("/interconnects", StringComparison.Ordinal) => "interconnects",
                _ when call.Contains(Proposal, StringComparison.Ordinal) => "proposal",
                _ => "",
            })
            .Where(word => word.Length > 0);
        Assert.That(order, Is.EqualTo((string[])
            ["environment", "interconnects", "proposal", "environment", "interconnects", "proposal"]));
    }

    [Test]
    public async Task An_interconnect_that_the_peer_has_closed_is_not_proposed()
    {
        await pair.Borealis.Portal.PutAsync(
            "/operator/v1/interconnects",
            Answers.Body("""{"environment":"env-1","interconnect":"ix-keys","state":"CLOSED"}""")).AcceptedAsync();

        await pair.BothAsync(await pair.AcceptAsync(), "VERIFIED");

        Assert.That(Proposals(), Is.EqualTo((string[])["ix1"]));
    }

    [Test]
    public async Task When_none_can_take_it_the_tries_are_repeated_for_a_while_and_then_the_customer_is_told()
    {
        pair.ToBorealis.On(Proposal, (_, _) => Wire.Answer(409));

        var uuid = await pair.AcceptAsync();

        var shown = await pair.FailedAsync(uuid);
        Assert.That((string?)shown["state"], Is.EqualTo("FAILED"));
        Assert.That((string?)shown["failure"], Does.StartWith("No interconnect"));
        var proposals = Proposals();
        Assert.That(proposals, Has.Count.GreaterThan(6));
        foreach (var round in proposals.Chunk(3))
            Assert.That(round, Is.Unique, "none twice in a round");
        await pair.NothingLeftAsync();
    }

    [Test]
    public async Task A_proposal_that_is_declined_for_another_reason_than_space_is_not_repeated()
    {
        pair.ToBorealis.On(Proposal, (_, _) => Wire.Answer(400));

        var shown = await pair.FailedAsync(await pair.AcceptAsync());

        Assert.That((string?)shown["failure"], Does.StartWith("The partner declined"));
        Assert.That(Proposals(), Is.EqualTo((string[])["ix-keys", "ix1", "ix2"]));
        await pair.NothingLeftAsync();
    }

    [Test]
    public async Task A_proposal_without_an_answer_is_repeated_where_it_was_made()
    {
        var lost = 0;
        pair.ToBorealis.On(Proposal, async (_, proceed) =>
        {
            using var arrived = await proceed();
            return Interlocked.Increment(ref lost) < 3 ? await Wire.Answer(503) : await Wire.Answer(409);
        });

        await pair.BothAsync(await pair.AcceptAsync(), "VERIFIED");

        Assert.That(Proposals(), Is.EqualTo((string[])["ix-keys", "ix-keys", "ix-keys"]));
        Assert.That(await pair.PlacesAsync(pair.Borealis), Is.EqualTo((string[])["ix-keys 1000 4"]));
    }

    [Test]
    public async Task A_peer_that_never_answers_is_given_up_and_has_to_delete_what_it_may_have()
    {
        pair.ToBorealis.On(Proposal, async (_, proceed) =>
        {
            using var arrived = await proceed();
            return await Wire.Answer(503);
        });

        var shown = await pair.FailedAsync(await pair.AcceptAsync());

        Assert.That((string?)shown["failure"], Does.StartWith("The partner could not be reached"));
        Assert.That(pair.ToBorealis.Calls, Has.Some.StartsWith("DELETE "));
        await pair.NothingLeftAsync();
    }

    private List<string> Proposals() =>
    [
        .. pair.ToBorealis.Calls.Where(call => call.Contains(Proposal, StringComparison.Ordinal))
            .Select(call => call.Split("/interconnects/")[1].Split('/')[0]),
    ];

    private Task<int> FillAsync(string ix, int mbps) => pair.Aurora.FillAsync(ix, mbps);
}
