using System.ComponentModel;
using System.Globalization;
using Harness.Certification.Bindings;

namespace Harness.Certification.Loading;

/// <summary>
/// Makes a step's arguments of text and tables: by a transformation where there is one, else by type.
/// </summary>
internal sealed class ArgumentConverter(IReadOnlyList<Transformation> transformations)
{
    /// <summary>The transformation for a text and what it is given; null where the type alone decides.</summary>
    public (Transformation Transformation, IReadOnlyList<string> Parts)? TransformationFor(StepText text, Type target)
    {
        if (text.Type?.Transformation is { } named)
            return (named, text.Type.Parts(text.Text));
        var plain = text.Type?.Plain(text.Text) ?? text.Text;
        return transformations
            .Where(candidate => !candidate.TakesTable && candidate.Result == target)
            .Select(candidate => (candidate, Parts: candidate.Parts(plain)))
            .Where(pair => pair.Parts is not null)
            .Select(pair => ((Transformation, IReadOnlyList<string>)?)(pair.candidate, pair.Parts!))
            .FirstOrDefault();
    }

    /// <summary>The transformation of a table, or null where the step takes it as it is.</summary>
    public Transformation? TransformationOfTable(Type target) =>
        transformations.FirstOrDefault(candidate => candidate.TakesTable && candidate.Result == target);

    /// <summary>Why the call does not fit the method, as far as that can be seen without running it.</summary>
    public string? Fault(StepCall call)
    {
        var parameters = call.Binding.Method.GetParameters();
        var extra = call.Table is null && call.DocString is null ? 0 : 1;
        if (parameters.Length != call.Texts.Count + extra)
            return $"{call.Binding.Place} takes {parameters.Length} arguments, the step has {call.Texts.Count}"
                + (call.Table is not null ? " and a table" : call.DocString is not null ? " and a doc string" : "");
        for (var i = 0; i < call.Texts.Count; i++)
        {
            if (Fault(call.Texts[i], parameters[i].ParameterType) is { } wrong)
                return $"{wrong} for {parameters[i].Name} of {call.Binding.Place}";
        }

        if (call.Table is null || parameters[^1].ParameterType == typeof(DataTable))
            return null;
        return TransformationOfTable(parameters[^1].ParameterType) is null
            ? $"Expected {call.Binding.Place} to take the step's table as a DataTable"
            : null;
    }

    /// <summary>A text as a value of a type that needs no transformation.</summary>
    /// <exception cref="FormatException">It is not such a value.</exception>
    public static object? ByType(string text, Type target)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (type == typeof(string) || type == typeof(object))
            return text;
        if (type.IsEnum)
            return ByName(text, type);
        var converter = TypeDescriptor.GetConverter(type);
        if (!converter.CanConvertFrom(typeof(string)))
            throw new FormatException($"Nothing makes a {type.Name} of text: add a [StepArgumentTransformation]");
        try
        {
            return converter.ConvertFromString(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception wrong) when (wrong is ArgumentException or OverflowException or FormatException)
        {
            throw new FormatException($"Expected a {type.Name}, found \"{text}\"", wrong);
        }
    }

    private string? Fault(StepText text, Type target)
    {
        if (TransformationFor(text, target) is { } found)
            return OfTransformation(found.Transformation, found.Parts, target);
        try
        {
            ByType(text.Type?.Plain(text.Text) ?? text.Text, target);
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    private static string? OfTransformation(Transformation transformation, IReadOnlyList<string> parts, Type target)
    {
        if (!target.IsAssignableFrom(transformation.Result))
            return $"Expected a {target.Name}, found the {transformation.Result.Name} of {transformation.Method.Name}";
        var wanted = transformation.Method.GetParameters().Length;
        return wanted == parts.Count
            ? null
            : $"{transformation.Method.Name} takes {wanted} texts, its expression yields {parts.Count}";
    }

    // As people write it: "not active" and "NOT_ACTIVE" are both NotActive.
    private static object ByName(string text, Type type)
    {
        var wanted = new string([.. text.Where(char.IsLetterOrDigit)]);
        var name = Enum.GetNames(type).FirstOrDefault(name => Same(name, wanted));
        return name is not null
            ? Enum.Parse(type, name)
            : throw new FormatException($"Expected one of {string.Join(", ", Enum.GetNames(type))}, found \"{text}\"");
    }

    private static bool Same(string name, string wanted) =>
        string.Equals(name.Replace("_", ""), wanted, StringComparison.OrdinalIgnoreCase);
}
