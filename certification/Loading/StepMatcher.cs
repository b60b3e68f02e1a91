using Harness.Certification.Text;

namespace Harness.Certification.Loading;

/// <summary>Finds the one binding of each step, and which bindings no step uses.</summary>
internal sealed class StepMatcher(BindingRegistry bindings, Problems problems)
{
    private readonly ArgumentConverter _converter = new(bindings.Transformations);
    private readonly HashSet<StepBinding> _used = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(StepKind, string), IReadOnlyList<(StepBinding, IReadOnlyList<StepText>)>> _seen = [];

    /// <summary>The call, or null where an error was reported.</summary>
    public StepCall? Match(string file, ParsedStep step)
    {
        var matches = Matches(step);
        foreach (var (binding, _) in matches)
            _used.Add(binding);
        if (matches.Count == 1)
            return Checked(file, step, new StepCall(matches[0].Binding, matches[0].Texts, step.Table, step.DocString));
        problems.Add(file, step.Line, matches.Count == 0 ? Undefined(step) : Ambiguous(step, matches));
        return null;
    }

    /// <summary>Reports every expression that no step used: dead code, or a step that was mistyped.</summary>
    public void ReportUnused()
    {
        foreach (var binding in bindings.Steps.Where(binding => !_used.Contains(binding)))
            problems.Add(
                binding.Place,
                0,
                $"No step uses \"{binding.Pattern.Expression}\"{OfKind(binding.Kind)}: remove it, or use it");
    }

    private IReadOnlyList<(StepBinding Binding, IReadOnlyList<StepText> Texts)> Matches(ParsedStep step)
    {
        if (_seen.TryGetValue((step.Kind, step.Text), out var known))
            return known;
        var matches = new List<(StepBinding, IReadOnlyList<StepText>)>();
        foreach (var binding in bindings.Steps.Where(binding => binding.Kind is null || binding.Kind == step.Kind))
        {
            if (binding.Pattern.Match(step.Text) is { } texts)
                matches.Add((binding, texts));
        }

        return _seen[(step.Kind, step.Text)] = matches;
    }

    private StepCall? Checked(string file, ParsedStep step, StepCall call)
    {
        var fault = _converter.Fault(call);
        if (fault is null)
            return call;
        problems.Add(file, step.Line, $"\"{step.Text}\": {fault}");
        return null;
    }

    private string Undefined(ParsedStep step)
    {
        if (bindings.Steps.FirstOrDefault(binding => binding.Pattern.Match(step.Text) is not null) is { } other)
            return $"\"{step.Text}\" is a {step.Kind} step, but {other} is one{OfKind(other.Kind)}";
        var expressions = bindings.Steps.Select(binding => binding.Pattern.Expression);
        var hint = Nearest.OfAll(step.Text, expressions) is { } near ? $"; the nearest is \"{near}\"" : "";
        return $"No step definition matches \"{step.Text}\"{hint}";
    }

    private static string Ambiguous(
        ParsedStep step,
        IReadOnlyList<(StepBinding Binding, IReadOnlyList<StepText> Texts)> matches) =>
        $"\"{step.Text}\" matches {matches.Count} step definitions, expected one: "
        + string.Join(", ", matches.Select(match => match.Binding.ToString()));

    private static string OfKind(StepKind? kind) => kind is null ? "" : $" of kind {kind}";
}
