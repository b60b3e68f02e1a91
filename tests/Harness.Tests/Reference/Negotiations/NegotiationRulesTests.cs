using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;
using NUnit.Framework;

namespace Harness.Tests.Reference.Negotiations;

[TestFixture]
public sealed class NegotiationRulesTests
{
    private static readonly InterconnectName Some =
        new ProviderName("borealis").Environment("env-1").Interconnect("ix");

    [TestCase(true, true)]
    [TestCase(false, false)]
    [TestCase(null, false)]
    public void Only_a_key_that_is_told_to_be_valid_is_gone_on_with(bool? keyValid, bool goesOn) =>
        Assert.That(NegotiationRules.GoesOnWithKey.Decide(keyValid), Is.EqualTo(goesOn));

    [Test]
    public void The_most_available_interconnect_is_the_one_of_which_both_have_most_left()
    {
        InterconnectOffer[] offers = [Offer("a", 9000, 100), Offer("b", 500, 500), Offer("c", 400, 9000)];

        Assert.That(NegotiationRules.MostAvailable.Decide(offers)?.Name.Id, Is.EqualTo("b"));
        Assert.That(NegotiationRules.MostAvailable.Decide([]), Is.Null);
    }

    [TestCase(InterconnectState.Active, InterconnectState.Active, true)]
    [TestCase(InterconnectState.Closed, InterconnectState.Active, false)]
    [TestCase(InterconnectState.Active, InterconnectState.Pending, false)]
    public void Both_providers_have_to_take_new_connections(
        InterconnectState own, InterconnectState peer, bool takes) =>
        Assert.That(
            NegotiationRules.TakesNew.Decide(Offer("a", 1, 1) with { OwnState = own, PeerState = peer }),
            Is.EqualTo(takes));

    [Test]
    public void Waits_double_and_end_when_the_time_is_over()
    {
        var waits = new OutboxOptions { FirstRetry = TimeSpan.FromMilliseconds(50) };
        var (now, attempts) = (0L, 0);
        var taken = new List<double>();
        while (NegotiationRules.RetryWait.Decide(new RetryCase(++attempts, waits, now, 60_000)) is { } wait)
        {
            taken.Add(wait.TotalMilliseconds);
            now += (long)wait.TotalMilliseconds;
        }

        Assert.That(taken, Is.EqualTo(Enumerable.Range(0, 10).Select(power => 50 * Math.Pow(2, power))));
        Assert.That(now, Is.LessThanOrEqualTo(60_000));
    }

    // Channels, agreed, open: whether the open ones are waited for, and whether all is taken back otherwise.
    [TestCase(4, 0, 4, true, true)]
    [TestCase(4, 3, 1, true, false)]
    [TestCase(4, 2, 1, true, true)]
    [TestCase(4, 1, 1, false, true)]
    [TestCase(4, 2, 0, false, true)]
    [TestCase(4, 3, 0, false, false)]
    [TestCase(6, 4, 0, false, true)]
    [TestCase(6, 5, 0, false, false)]
    [TestCase(1, 0, 0, false, true)]
    [TestCase(1, 1, 0, false, false)]
    public void All_channels_but_one_are_enough_and_no_fewer(
        int channels, int agreed, int open, bool waits, bool rollsBack)
    {
        var counts = new FeatureCounts(channels, agreed, 0, 0);

        Assert.That(NegotiationRules.WaitsForChannels.Decide(new OpenChannels(counts, open)), Is.EqualTo(waits));
        Assert.That(NegotiationRules.RollsBack.Decide(counts), Is.EqualTo(rollsBack));
    }

    [TestCase(VerificationState.Verified, VerificationState.Verified, true)]
    [TestCase(VerificationState.Unverified, VerificationState.Verified, false)]
    [TestCase(VerificationState.Verified, VerificationState.Unverified, false)]
    [TestCase(VerificationState.Verified, null, false)]
    public void The_old_side_is_left_once_both_have_the_new_one_verified(
        VerificationState own, VerificationState? peer, bool leaves) =>
        Assert.That(NegotiationRules.LeavesOld.Decide((own, peer)), Is.EqualTo(leaves));

    [TestCase("aurora", true, true)]
    [TestCase("borealis", true, false)]
    [TestCase("aurora", false, false)]
    public void The_owner_fills_the_channels_of_live_connections(string owner, bool live, bool fills) =>
        Assert.That(
            NegotiationRules.Fills.Decide(
                new FillCase(new ProviderName(owner), new ProviderName("aurora"), live)),
            Is.EqualTo(fills));

    [Test]
    public void What_was_refused_in_a_round_is_read_as_it_was_written()
    {
        var refused = RefusedInterconnects.None.With("ix-b", 409).With("ix-a", 400);

        Assert.That(RefusedInterconnects.Parse($"{refused}").Statuses, Is.EqualTo(refused.Statuses));
        Assert.That(refused.Hopeless, Is.False);
        Assert.That(RefusedInterconnects.None.Hopeless, Is.False);
        Assert.That(RefusedInterconnects.None.With("ix-a", 400).Hopeless, Is.True);
    }

    private static InterconnectOffer Offer(string id, int own, int peer) => new(
        Some.Environment.Interconnect(id), InterconnectState.Active, InterconnectState.Active, own, peer, true, false);
}
