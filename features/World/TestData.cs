using Bogus;

namespace Harness.Features.World;

/// <summary>Test data that looks like the real thing, the same for the same seed.</summary>
/// <param name="seed">The scenario's seed.</param>
public sealed class TestData(int seed)
{
    private readonly Faker faker = new() { Random = new Randomizer(seed) };

    /// <summary>A UUID that nobody has issued.</summary>
    public string Uuid() => faker.Random.Guid().ToString();

    /// <summary>An account number at the partner.</summary>
    public string Account() => faker.Random.ReplaceNumbers("############");

    /// <summary>An id that is no UUID, of lower case letters and digits, with a prefix that says what for.</summary>
    public string Id(string what) => $"{what}-{faker.Random.AlphaNumeric(10)}";

    /// <summary>A single line, as the title of an issue.</summary>
    public string Line() => faker.Lorem.Sentence(5);

    /// <summary>Some sentences, as the body of an issue.</summary>
    public string Text() => faker.Lorem.Paragraph();

    /// <summary>Octets in hex.</summary>
    /// <param name="octets">How many.</param>
    public string Hex(int octets) => Convert.ToHexStringLower(faker.Random.Bytes(octets));

    /// <summary>A password of the BGP sessions, which appears nowhere by chance.</summary>
    public string Password() => $"Bgp-{faker.Random.AlphaNumeric(20)}";
}
