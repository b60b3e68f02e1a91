using NUnit.Framework;

namespace Harness.Tests.Reference.OpenApi;

/// <summary>The served document against the published contract (COM-09).</summary>
public sealed class ContractDocumentTests
{
    private static readonly IReadOnlyDictionary<string, string> Published = ContractFacts.Published();

    private IReadOnlyDictionary<string, string> served = null!;

    private static IEnumerable<string> Sections => Published.Keys;

    [OneTimeSetUp]
    public async Task Read()
    {
        await using var reference = await TestReference.StartAsync();
        served = ContractFacts.Of(await reference.Anonymous.GetJsonAsync("/openapi.json"));
    }

    [Test]
    public void It_has_the_published_operations_and_schemas_and_no_others()
    {
        Assert.That(served.Keys, Is.EquivalentTo(Published.Keys));
    }

    [TestCaseSource(nameof(Sections))]
    public void It_describes_each_as_published(string section)
    {
        Assert.That(served.GetValueOrDefault(section), Is.EqualTo(Published[section]));
    }
}
