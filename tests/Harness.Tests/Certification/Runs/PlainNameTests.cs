using Harness.Certification.Runs;
using NUnit.Framework;

namespace Harness.Tests.Certification.Runs;

public sealed class PlainNameTests
{
    [TestCase("ix1-ch1.pcap")]
    [TestCase("a")]
    [TestCase("2.b-c.d")]
    public void Lower_case_letters_digits_hyphens_and_full_stops_within_are_plain(string name) =>
        Assert.That(PlainName.Is(name));

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    [TestCase("../passwd")]
    [TestCase("a/b")]
    [TestCase("a\\b")]
    [TestCase("/etc/passwd")]
    [TestCase("c:x")]
    [TestCase("a..b")]
    [TestCase(".hidden")]
    [TestCase("-option")]
    [TestCase("end.")]
    [TestCase("a b")]
    [TestCase("a\0b")]
    [TestCase("%2e%2e")]
    [TestCase("javascript:alert(1)")]
    [TestCase("Upper")]
    [TestCase("\u0430")]
    public void Whatever_could_mean_another_place_or_another_thing_is_not(string name) =>
        Assert.That(PlainName.Is(name), Is.False);

    [Test]
    public void A_name_that_a_file_system_would_cut_is_not() =>
        Assert.That(PlainName.Is(new string('a', 201)), Is.False);

    [TestCase("features/lab/encryption.feature:12", "lab-encryption-12")]
    [TestCase("../../etc/passwd:1", "etc-passwd-1")]
    public void What_is_left_of_an_id_is_plain(string id, string expected)
    {
        Assert.That(PlainName.Of(id), Is.EqualTo(expected));
        Assert.That(PlainName.Is(PlainName.Of(id)));
    }
}
