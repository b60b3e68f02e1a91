using Harness.Lab.Routers.MacSec;
using NUnit.Framework;

namespace Harness.Tests.Lab.Routers.MacSec;

public sealed class KeyDerivationTests
{
    private const string Key128 = "2b7e151628aed2a6abf7158809cf4f3c";
    private const string Key256 = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";

    private const string Message = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
        + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

    [TestCase(Key128, 0, "bb1d6929e95937287fa37d129b756746")]
    [TestCase(Key128, 16, "070a16b46b4d4144f79bdd9dd04a287c")]
    [TestCase(Key128, 40, "dfa66747de9ae63030ca32611497c827")]
    [TestCase(Key128, 64, "51f0bebf7e3b9d92fc49741779363cfe")]
    [TestCase(Key256, 0, "028962f61b7bf89efc6b551f4667d983")]
    [TestCase(Key256, 16, "28a7023f452e8f82bd4bf28d8c37c35c")]
    [TestCase(Key256, 40, "aaf3d8f1de5640c232f5b169b9c911e6")]
    [TestCase(Key256, 64, "e1992190549f6ed5696a2c056c315410")]
    public void AES_CMAC_agrees_with_the_published_examples(string key, int octets, string expected) => Assert.That(
        Convert.ToHexStringLower(AesCmac.Of(
            Convert.FromHexString(key), Convert.FromHexString(Message).AsSpan(0, octets))),
        Is.EqualTo(expected));

    [Test]
    public void Each_block_is_the_code_of_counter_label_zero_context_and_length_in_bits()
    {
        var key = Convert.FromHexString(Key128);

        var derived = KeyDerivation.Derive(key, "AB", [7], 24);

        Assert.That(derived.Take(16), Is.EqualTo(AesCmac.Of(key, [1, (byte)'A', (byte)'B', 0, 7, 0, 192])));
        Assert.That(derived.Skip(16), Is.EqualTo(AesCmac.Of(key, [2, (byte)'A', (byte)'B', 0, 7, 0, 192]).Take(8)));
    }
}
