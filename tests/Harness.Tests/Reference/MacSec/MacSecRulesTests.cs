using Harness.Protocol.Names;
using Harness.Reference.Errors;
using Harness.Reference.MacSec;
using NUnit.Framework;

namespace Harness.Tests.Reference.MacSec;

public sealed class MacSecRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProviderName Manager = new("borealis");
    private static readonly InterconnectName Interconnect = Manager.Environment("env-1").Interconnect("ix");

    private static readonly string Cak = new('a', 32);

    [TestCase(30, 1)]
    [TestCase(32, 0)]
    [TestCase(34, 1)]
    [TestCase(62, 1)]
    [TestCase(64, 0)]
    [TestCase(66, 1)]
    [TestCase(33, 1)]
    [TestCase(0, 1)]
    public void A_CAK_has_16_or_32_octets(int digits, int refusals)
    {
        Assert.That(WellFormed(new string('0', digits), "00"), refusals == 0 ? Is.Null : Is.Not.Null);
    }

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(2, 0)]
    [TestCase(64, 0)]
    [TestCase(65, 1)]
    [TestCase(66, 1)]
    public void A_CKN_has_1_to_32_octets(int digits, int refusals)
    {
        Assert.That(WellFormed(Cak, new string('f', digits)), refusals == 0 ? Is.Null : Is.Not.Null);
    }

    [TestCase("g0")]
    [TestCase("0x")]
    [TestCase("é0")]
    [TestCase(" 0")]
    public void What_is_not_hex_is_refused_and_not_repeated(string wrong)
    {
        var cak = string.Concat(Enumerable.Repeat(wrong, 16));

        Assert.That(WellFormed(cak, "00")!.Detail, Does.Not.Contain(wrong));
        Assert.That(WellFormed(Cak, wrong)!.Detail, Does.Not.Contain(wrong));
        Assert.That(WellFormed(Cak.ToUpperInvariant(), "aF"), Is.Null);
    }

    [Test]
    public void A_missing_part_is_named()
    {
        Assert.That(MacSecRules.MaterialGiven.Decide(new(null, "00"))!.Detail, Does.Contain("found no cak"));
        Assert.That(MacSecRules.MaterialGiven.Decide(new(Cak, null))!.Detail, Does.Contain("found no ckn"));
        Assert.That(MacSecRules.MaterialGiven.Decide(new(Cak, "00")), Is.Null);
    }

    [Test]
    public void Only_the_manager_brings_keys()
    {
        Assert.That(MacSecRules.CreatedByManager.Decide(Case()), Is.Null);
        Assert.That(
            MacSecRules.CreatedByManager.Decide(Case() with { Caller = new ProviderName("aurora") })!.Requirement,
            Is.EqualTo("MAC-02"));
    }

    [Test]
    public void A_request_for_a_rotation_comes_from_the_other_provider()
    {
        Assert.That(MacSecRules.RequestedOfManager.Decide(Case())!.Requirement, Is.EqualTo("MAC-18"));
        Assert.That(
            MacSecRules.RequestedOfManager.Decide(Case() with { Caller = new ProviderName("aurora") }), Is.Null);
    }

    [Test]
    public void Another_channel_in_rotation_refuses_and_ones_own_does_not()
    {
        Assert.That(First(Case(Active("ch2", -9), Pending("ch2", rotation: true))), Is.EqualTo("MAC-03"));
        Assert.That(First(Case(Active("ch1", -9), Pending("ch2", rotation: false))), Is.Null);
        Assert.That(MacSecRules.NoOtherInRotation.Decide(Case(Pending("ch1", rotation: true))), Is.Null);
    }

    [TestCase("ch1")]
    [TestCase("ch2")]
    public void A_rotation_on_the_interconnect_bakes_for_two_hours(string rotated)
    {
        var active = Now.ToUnixTimeMilliseconds();
        var key = Key(rotated, active, rotation: true);

        Assert.That(First(Case(key) with { Now = Now.AddSeconds(7199) }), Is.EqualTo("MAC-04"));
        Assert.That(First(Case(key) with { Now = Now.AddMilliseconds(7_199_999) }), Is.EqualTo("MAC-04"));
        Assert.That(First(Case(key) with { Now = Now.AddSeconds(7200) }), Is.Null);
    }

    [Test]
    public void A_first_key_bakes_for_two_hours_on_its_own_channel_only()
    {
        var bakes = TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1);
        var own = Key("ch1", Now.ToUnixTimeMilliseconds(), rotation: false);
        var other = Key("ch2", Now.ToUnixTimeMilliseconds(), rotation: false);

        Assert.That(First(Case(own) with { Now = Now + bakes }), Is.EqualTo("MAC-12"));
        Assert.That(First(Case(own) with { Now = Now + TimeSpan.FromHours(2) }), Is.Null);
        Assert.That(First(Case(other) with { Now = Now + bakes }), Is.Null);
    }

    [Test]
    public void A_channel_holds_two_keys()
    {
        Assert.That(First(Case(Active("ch1", -9))), Is.Null);
        Assert.That(First(Case(Active("ch1", -9), Active("ch1", -8))), Is.EqualTo("MAC-05"));
    }

    [Test]
    public void An_interconnect_of_four_channels_holds_five_keys()
    {
        var four = new[] { "ch1", "ch2", "ch3", "ch4" }.Select(channel => Active(channel, -9)).ToArray();

        Assert.That(First(Case(four)), Is.Null);
        Assert.That(First(Case([.. four, Active("ch2", -8)])), Is.EqualTo("MAC-05"));
    }

    [Test]
    public void A_key_is_a_rotation_where_the_channel_has_had_one_in_use()
    {
        Assert.That(MacSecRules.IsRotation.Decide(Case()), Is.False);
        Assert.That(MacSecRules.IsRotation.Decide(Case(Pending("ch1", rotation: false))), Is.False);
        Assert.That(MacSecRules.IsRotation.Decide(Case(Active("ch2", -9))), Is.False);
        Assert.That(MacSecRules.IsRotation.Decide(Case(Active("ch1", -9))), Is.True);
    }

    [Test]
    public void Only_the_manager_deletes_and_only_what_is_not_in_use()
    {
        var key = Interconnect.Channel("ch1").MacSecKey("k");
        var stranger = new ProviderName("aurora");

        Assert.That(
            MacSecRules.DeletedByManager.Decide(new(key, Manager, stranger, false))!.Requirement,
            Is.EqualTo("MAC-08"));
        Assert.That(MacSecRules.DeletedByManager.Decide(new(key, Manager, Manager, false)), Is.Null);
        Assert.That(MacSecRules.NotInUse.Decide(new(key, Manager, Manager, true))!.Requirement, Is.EqualTo("MAC-07"));
        Assert.That(MacSecRules.NotInUse.Decide(new(key, Manager, Manager, false)), Is.Null);
    }

    private static Refusal? WellFormed(string cak, string ckn) => MacSecRules.MaterialWellFormed.Decide(new(cak, ckn));

    private static string? First(NewKeyCase @case) =>
        MacSecRules.Rotation
            .Select(rule => rule.Decide(@case))
            .FirstOrDefault(refusal => refusal is not null)?.Requirement;

    private static NewKeyCase Case(params MacSecKeyRow[] keys) =>
        new(Interconnect.Channel("ch1"), Manager, Manager, 4, keys, Now);

    private static MacSecKeyRow Active(string channel, int hours) =>
        Key(channel, Now.AddHours(hours).ToUnixTimeMilliseconds(), rotation: false);

    private static MacSecKeyRow Pending(string channel, bool rotation) => Key(channel, null, rotation);

    private static MacSecKeyRow Key(string channel, long? activatedAt, bool rotation) => new()
    {
        Channel = Interconnect.Channel(channel).ToString(),
        KeyId = "k",
        ActivatedAt = activatedAt,
        Active = activatedAt is not null,
        IsRotation = rotation,
    };
}
