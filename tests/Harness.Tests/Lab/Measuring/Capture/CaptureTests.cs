using Harness.Lab.Measuring.Capture;
using NUnit.Framework;

namespace Harness.Tests.Lab.Measuring.Capture;

public sealed class CaptureTests
{
    private const string Addresses = "020100010101" + "020100010100";
    private const string Encrypted = Addresses + "88e5" + "2e00" + "00000007" + "0201000101000001" + "aabbccddeeff";
    private const string ProtectedOnly = Addresses + "88e5" + "2112" + "00000008" + "0201000101000001" + "8100044c0800";
    private const string Tagged = Addresses + "8100" + "e44c" + "0800" + "4500";
    private const string Arp = Addresses + "0806" + "0001";

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public void Frames_have_their_time_and_length_in_every_form_of_the_file(bool isBig, bool nanoseconds)
    {
        var file = PcapFile.Read(CaptureFile.Of(isBig, nanoseconds, Arp, Encrypted));

        Assert.That(file.CutOff, Is.False);
        Assert.That(file.Frames.Select(frame => frame.At), Is.EqualTo(new[]
        {
            DateTimeOffset.FromUnixTimeSeconds(1_700_000_000).AddMicroseconds(250_000),
            DateTimeOffset.FromUnixTimeSeconds(1_700_000_001).AddMicroseconds(250_000),
        }));
        Assert.That(Convert.ToHexStringLower(file.Frames[1].Data.Span), Is.EqualTo(Encrypted));
        Assert.That(file.Frames[1].Length, Is.EqualTo(Encrypted.Length / 2));
    }

    [Test]
    public void A_file_that_ends_within_a_frame_is_read_up_to_there()
    {
        var file = PcapFile.Read(CaptureFile.Of(false, false, Arp, Encrypted).AsMemory()[..^3]);

        Assert.That(file.Frames, Has.Count.EqualTo(1));
        Assert.That(file.CutOff, Is.True);
    }

    [Test]
    public void What_is_no_capture_of_Ethernet_is_refused()
    {
        var cooked = CaptureFile.Of(false, false);
        cooked[20] = 113;
        var huge = CaptureFile.Of(false, false, Arp);
        huge[24 + 8 + 3] = 0x7f;

        Assert.That(() => PcapFile.Read(new byte[10]), Throws.TypeOf<CaptureException>());
        Assert.That(() => PcapFile.Read(new byte[24]),
            Throws.TypeOf<CaptureException>().With.Message.Contains("begins with 00000000"));
        Assert.That(() => PcapFile.Read(cooked),
            Throws.TypeOf<CaptureException>().With.Message.Contains("link type 113"));
        Assert.That(() => PcapFile.Read(huge), Throws.TypeOf<CaptureException>());
    }

    [Test]
    public void An_encrypted_frame_shows_its_association_number_and_sender_and_nothing_inside()
    {
        var frame = Parse(Encrypted);

        Assert.That(frame.MacSec, Is.EqualTo(new SecTag(2, true, 7, "0201000101000001")));
        Assert.That(frame.Encrypted, Is.True);
        Assert.That(frame.EtherType, Is.EqualTo(EtherType.MacSec));
        Assert.That((frame.Destination, frame.Source), Is.EqualTo(("02:01:00:01:01:01", "02:01:00:01:01:00")));
    }

    [Test]
    public void A_frame_that_is_only_protected_can_be_read()
    {
        var frame = Parse(ProtectedOnly);

        Assert.That(frame.Encrypted, Is.False);
        Assert.That(frame.MacSec!.Association, Is.EqualTo(1));
        Assert.That(frame.Vlans, Is.EqualTo(new[] { 1100 }));
        Assert.That(frame.EtherType, Is.EqualTo(EtherType.Ipv4));
    }

    [Test]
    public void A_tag_without_a_channel_identifier_is_eight_octets_shorter()
    {
        var frame = Parse(Addresses + "88e5" + "0300" + "00000009" + "0800" + "45");

        Assert.That(frame.MacSec, Is.EqualTo(new SecTag(3, false, 9, null)));
        Assert.That(frame.EtherType, Is.EqualTo(EtherType.Ipv4));
    }

    [Test]
    public void VLAN_ids_are_read_without_their_priority_the_outermost_first()
    {
        Assert.That(Parse(Tagged).Vlans, Is.EqualTo(new[] { 1100 }));
        Assert.That(Parse(Addresses + "88a8" + "0005" + Tagged[24..]).Vlans, Is.EqualTo(new[] { 5, 1100 }));
    }

    [Test]
    public void A_VXLAN_packet_shows_its_identifier_and_the_frame_inside()
    {
        const string Ip = "4500003000000000" + "4011" + "0000" + "64600002" + "64600003";
        var frame = Parse(Addresses + "0800" + Ip + "c00012b5001c0000" + "0800000000044c00" + Arp);

        Assert.That(frame.Vxlan!.Vni, Is.EqualTo(1100));
        Assert.That(frame.Vxlan.Inner.EtherType, Is.EqualTo(EtherType.Arp));
        Assert.That(Parse(Addresses + "0800" + Ip + "c00012b6001c0000" + "0800000000044c00" + Arp).Vxlan, Is.Null);
    }

    [Test]
    public void A_frame_cut_short_anywhere_is_read_as_far_as_it_goes()
    {
        foreach (var whole in new[] { Encrypted, ProtectedOnly, Tagged })
        {
            for (var length = 0; length < whole.Length; length += 2)
                Assert.That(Parse(whole[..length]).Vlans, Has.Count.LessThanOrEqualTo(1));
        }
    }

    [Test]
    public void A_summary_tells_what_is_encrypted_under_which_key_from_what_can_be_read()
    {
        var summary = CaptureSummary.Of(
            PcapFile.Read(CaptureFile.Of(false, false, Encrypted, Encrypted, ProtectedOnly, Arp, Tagged)));

        Assert.That(summary.Encrypted, Is.EqualTo(new Dictionary<int, int> { [2] = 2 }));
        Assert.That(summary.ClearFrames, Is.EqualTo(3));
        Assert.That($"{summary}", Is.EqualTo(
            "5 frames; encrypted: 2 under association 2; in the clear: 2 of Ipv4, 1 of Arp"));
    }

    [TestCase("333300000016020100010100" + "86dd" + "60000000", 0)]
    [TestCase("333300000016020100010100" + "8100" + "0471" + "86dd" + "60000000", 1)]
    [TestCase("020100010101020100010100" + "86dd" + "60000000", 1)]
    public void What_a_router_tells_the_link_s_own_multicast_groups_is_no_customer_s(string frame, int counted) =>
        Assert.That(
            CaptureSummary.Of(PcapFile.Read(CaptureFile.Of(false, false, frame))).ClearFrames, Is.EqualTo(counted));

    private static EthernetFrame Parse(string hex) => EthernetFrame.Parse(Convert.FromHexString(hex));
}
