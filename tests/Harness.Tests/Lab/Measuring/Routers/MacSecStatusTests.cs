using Harness.Lab.Measuring.Routers;
using Harness.Lab.Routers.MacSec;
using NUnit.Framework;

namespace Harness.Tests.Lab.Measuring.Routers;

public sealed class MacSecStatusTests
{
    private static readonly SecureAssociation New = SecureAssociation.Derive(new string('1', 32), "01", 1);

    // As iproute2 6.1 answers in the middle of a rotation, with what is not read left in.
    private static string Answer(
        int encoding = 1, int outOld = 255, int outNew = 15, int inOld = 235, int inNew = 12, int refused = 0,
        string? key = null, bool protect = true) => $$"""
        [{"ifindex":5,"ifname":"c1sec","protect":{{(protect ? "true" : "false")}},"validate":"strict","encrypt":true,
          "sci":"0x201000101000001","encoding_sa":{{encoding}},"OutPktsUntagged":0,"InPktsNoTag":2,
          "OutPktsEncrypted":270,"sa_list":[
            {"an":0,"pn":256,"active":true,"key":"897b06f878cab85b37b3b3a071c2fbd0","OutPktsEncrypted":{{outOld}}},
            {"an":1,"pn":16,"active":true,"key":"{{key ?? New.KeyId}}","OutPktsEncrypted":{{outNew}}}],
          "rx_sc":[{"sci":"0x201000101010001","active":true,"InPktsOK":247,"InPktsInvalid":0,"InPktsLate":0,
            "InPktsNotValid":{{refused}},"InPktsNotUsingSA":0,"sa_list":[
            {"an":0,"pn":236,"active":true,"key":"897b06f878cab85b37b3b3a071c2fbd0","InPktsOK":{{inOld}}},
            {"an":1,"pn":13,"active":true,"key":"{{key ?? New.KeyId}}","InPktsOK":{{inNew}}}]}],"offload":"off"}]
        """;

    [Test]
    public void An_answer_tells_both_directions()
    {
        var status = MacSecStatus.ReadAll(Answer()).Single();

        Assert.That((status.IfName, status.EncodingSa, status.Refused), Is.EqualTo(("c1sec", 1, 0L)));
        Assert.That(status.SaList.Select(it => it.OutPktsEncrypted), Is.EqualTo(new[] { 255, 15 }));
        Assert.That(status.RxSc.Single().SaList[1], Is.EqualTo(new MacSecReceiving(1, true, New.KeyId, 12)));
    }

    [Test]
    public void A_key_under_which_all_is_sent_and_accepted_is_in_use() =>
        Assert.That(Against(Answer(outNew: 3, inNew: 4), Answer(outNew: 15, inNew: 12)), Is.Empty);

    [Test]
    public void What_speaks_against_it_is_told()
    {
        var before = Answer();

        Assert.Multiple(() =>
        {
            Assert.That(Against(before, Answer(outNew: 16)),
                Is.EqualTo(new[] { "it accepted 0 frames under association 1" }));
            Assert.That(Against(before, Answer(inNew: 13)),
                Is.EqualTo(new[] { "it sent 0 frames under association 1" }));
            Assert.That(Against(before, Answer(outNew: 16, inNew: 13, outOld: 256)),
                Is.EqualTo(new[] { "it sent 1 frames under association 0" }));
            Assert.That(Against(before, Answer(outNew: 16, inNew: 13, inOld: 237)),
                Is.EqualTo(new[] { "it accepted 2 frames under association 0" }));
            Assert.That(Against(before, Answer(outNew: 16, inNew: 13, refused: 3)),
                Is.EqualTo(new[] { "3 frames were refused" }));
            Assert.That(Against(before, Answer(outNew: 16, inNew: 13, protect: false)),
                Is.EqualTo(new[] { "it does not encrypt" }));
            Assert.That(Against(before, Answer(outNew: 16, inNew: 13, encoding: 0)),
                Is.EqualTo(new[] { "it sends under association 0 and not under 1" }));
            Assert.That(Against(before, Answer(outNew: 16, inNew: 13, key: "00")), Has.Count.EqualTo(2));
        });
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[{}]")]
    [TestCase("""[{"ifname": null}]""")]
    public void An_answer_of_another_kind_is_told_as_such(string answer) => Assert.That(
        () => MacSecStatus.ReadAll(answer),
        Throws.TypeOf<RouterOutputException>().With.Message.StartsWith("Expected JSON of ip -s -j macsec show: "));

    private static IReadOnlyList<string> Against(string before, string after) => KeyUse.Against(
        MacSecStatus.ReadAll(before).Single(), MacSecStatus.ReadAll(after).Single(), New);
}
