namespace Harness.Certification.Linearizability;

/// <summary>Letters for the operations of a core, in words and in the picture: A, B, ... Z, A1, B1, ...</summary>
internal static class CoreLetters
{
    private const int Alphabet = 26;

    /// <summary>The letter of each operation of the core, by its id.</summary>
    public static IReadOnlyDictionary<int, string> Of<TInput, TAnswer>(MinimalViolation<TInput, TAnswer> violation)
        where TAnswer : class =>
        violation.Core.Index().ToDictionary(it => it.Item.Id, it => Letter(it.Index));

    private static string Letter(int number) =>
        $"{(char)('A' + (number % Alphabet))}{(number < Alphabet ? "" : $"{number / Alphabet}")}";
}
