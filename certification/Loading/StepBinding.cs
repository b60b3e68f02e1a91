using System.Reflection;

namespace Harness.Certification.Loading;

/// <summary>A method and one expression under which features use it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Kind">Steps of which kind; null for any.</param>
/// <param name="Pattern">The expression.</param>
internal sealed record StepBinding(MethodInfo Method, StepKind? Kind, StepPattern Pattern)
{
    /// <summary><c>Type.Method</c>, where its author finds it.</summary>
    public string Place => $"{Method.DeclaringType?.Name}.{Method.Name}";

    public override string ToString() => $"{Place} \"{Pattern.Expression}\"";
}
