using Harness.Lab.Routers.MacSec;
using NUnit.Framework;

namespace Harness.Tests.Lab.Routers.MacSec;

public sealed class SecureAssociationTests
{
    private const string Cak = "00112233445566778899aabbccddeeff";
    private const string Ckn = "0a0b";

    [Test]
    public void Both_ends_come_to_the_same_key_however_the_hex_is_written() => Assert.That(
        SecureAssociation.Derive(Cak.ToUpperInvariant(), "0A0B", 1), Is.EqualTo(SecureAssociation.Derive(Cak, Ckn, 1)));

    [TestCase("00112233445566778899aabbccddeefe", Ckn)]
    [TestCase(Cak, "0a0c")]
    [TestCase(Cak, "0a0b00")]
    public void Another_CAK_or_CKN_is_another_key_with_another_id(string cak, string ckn)
    {
        var (one, other) = (SecureAssociation.Derive(Cak, Ckn, 0), SecureAssociation.Derive(cak, ckn, 0));

        Assert.That(other.Sak, Is.Not.EqualTo(one.Sak));
        Assert.That(other.KeyId, Is.Not.EqualTo(one.KeyId));
    }

    [Test]
    public void Neither_the_CAK_nor_the_SAK_is_in_its_id_or_its_text()
    {
        var key = SecureAssociation.Derive(Cak + Cak, Ckn, 3);

        Assert.That(key.KeyId, Has.Length.EqualTo(32));
        Assert.That(key.Sak, Has.Length.EqualTo(32));
        Assert.That($"{key} {key.KeyId}", Does.Not.Contain(key.Sak).And.Not.Contain(Cak));
        Assert.That(key.NextNumber, Is.Zero);
    }

    [TestCase("00112233", Ckn)]
    [TestCase("zz112233445566778899aabbccddeeff", Ckn)]
    [TestCase(Cak, "")]
    [TestCase(Cak, "0")]
    public void What_is_no_key_is_refused_without_being_told(string cak, string ckn) => Assert.That(
        () => SecureAssociation.Derive(cak, ckn, 0),
        Throws.ArgumentException.With.Message.StartsWith("Expected a C").And.Message.Not.Contain("zz1122"));

    [TestCase(-1)]
    [TestCase(4)]
    public void There_are_four_association_numbers(int number) => Assert.That(
        () => SecureAssociation.Derive(Cak, Ckn, number), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
