using Harness.Reference.Connections;
using NUnit.Framework;

namespace Harness.Tests.Reference.Connections;

[TestFixture]
public sealed class StatusRulesTests
{
    [TestCase(4, 2, false)]
    [TestCase(4, 3, true)]
    [TestCase(4, 4, true)]
    [TestCase(6, 4, false)]
    [TestCase(6, 5, true)]
    [TestCase(2, 0, false)]
    [TestCase(2, 1, true)]
    [TestCase(1, 0, false)]
    [TestCase(1, 1, true)]
    public void Provisioning_starts_with_all_channels_but_one(int channels, int accepted, bool starts) =>
        Assert.That(
            StatusRules.ProvisioningStarts.Decide(new FeatureCounts(channels, accepted, 0, 0)), Is.EqualTo(starts));

    [TestCase(4, 3, 3, true)]
    [TestCase(4, 4, 4, true)]
    [TestCase(4, 4, 3, false)]
    [TestCase(4, 2, 2, false)]
    [TestCase(6, 5, 5, true)]
    [TestCase(6, 4, 4, false)]
    [TestCase(1, 0, 0, false)]
    public void Enough_features_and_none_on_its_way_are_available(int channels, int accepted, int final,
        bool available) =>
        Assert.That(
            StatusRules.Available.Decide(new FeatureCounts(channels, accepted, final, accepted - final)),
            Is.EqualTo(available));

    [Test]
    public void No_two_of_the_three_verify_a_connection([Values] bool available, [Values] bool acked,
        [Values] bool notified) =>
        Assert.That(
            StatusRules.Verified.Decide(new VerificationCase(available, acked, notified)),
            Is.EqualTo(available && acked && notified));

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void Only_features_that_were_final_return_to_pending(int final, bool notified) =>
        Assert.That(
            StatusRules.ReturnIsNotified.Decide(new FeatureCounts(4, 3, final, 3 - final)), Is.EqualTo(notified));
}
