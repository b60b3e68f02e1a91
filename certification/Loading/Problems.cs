namespace Harness.Certification.Loading;

/// <summary>Gathers what is wrong with an input, so that all of it is said at once.</summary>
internal sealed class Problems
{
    private readonly List<LoadError> _errors = [];

    /// <summary>In the order of files and lines, each once.</summary>
    public IReadOnlyList<LoadError> Errors =>
        [.. _errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];

    public void Add(string file, int line, string message) => _errors.Add(new LoadError(file, line, message));

    public void AddRange(IEnumerable<LoadError> errors) => _errors.AddRange(errors);
}
