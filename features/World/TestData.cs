using Bogus;
using Bogus.DataSets;

namespace Harness.Features.World;

/// <summary>Test data that looks like the real thing, the same for the same seed.</summary>
/// <param name="seed">The scenario's seed.</param>
public sealed class TestData(int seed)
{
    private readonly Randomizer random = new(seed);

    // Made when first asked for: few scenarios need prose, and its words take long to load.
    private Lorem? prose;

    /// <summary>A UUID that nobody has issued.</summary>
    public string Uuid() => random.Guid().ToString();

    /// <summary>An account number at the partner.</summary>
    public string Account() => random.ReplaceNumbers("############");

    /// <summary>An id that is no UUID, of lower case letters and digits, with a prefix that says what for.</summary>
    public string Id(string what) => $"{what}-{random.AlphaNumeric(10)}";

    /// <summary>A single line, as the title of an issue.</summary>
    public string Line() => Prose.Sentence(5);

    /// <summary>Some sentences, as the body of an issue.</summary>
    public string Text() => Prose.Paragraph();

    /// <summary>Octets in hex.</summary>
    /// <param name="octets">How many.</param>
    public string Hex(int octets) => Convert.ToHexStringLower(random.Bytes(octets));

    /// <summary>A password of the BGP sessions, which appears nowhere by chance.</summary>
    public string Password() => $"Bgp-{random.AlphaNumeric(20)}";

    private Lorem Prose => prose ??= new Lorem { Random = random };
}
