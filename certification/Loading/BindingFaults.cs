using System.Reflection;
using System.Runtime.CompilerServices;
using Harness.Certification.Bindings;

namespace Harness.Certification.Loading;

/// <summary>Why a method with a binding attribute would not run as its author meant.</summary>
internal static class BindingFaults
{
    /// <summary>What is wrong and what to do; null for a usable method.</summary>
    public static string? Of(MethodInfo method)
    {
        var type = method.DeclaringType;
        if (type is null || type.GetCustomAttribute<BindingAttribute>() is null)
            return "Expected its class to carry [Binding]";
        if (type.IsAbstract && !type.IsSealed || type.ContainsGenericParameters)
            return "Expected its class to be neither abstract nor generic";
        if (!type.IsAbstract && type.GetConstructors().Length != 1)
            return $"Expected its class to have one public constructor, found {type.GetConstructors().Length}";
        if (!method.IsPublic || method.ContainsGenericParameters)
            return "Expected a public method that is not generic";
        var isTransformation = method.GetCustomAttributes<StepArgumentTransformationAttribute>().Any();
        return isTransformation ? OfTransformation(method) : OfStepOrHook(method);
    }

    /// <summary>What a method yields once it is awaited.</summary>
    public static Type Unwrapped(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0] : type;

    private static string? OfTransformation(MethodInfo method) =>
        method.ReturnType == typeof(void) || method.ReturnType == typeof(Task) ? "Expected it to return a value" : null;

    private static string? OfStepOrHook(MethodInfo method)
    {
        // Nobody could wait for an async void method, and its exceptions would end the process.
        if (method.ReturnType == typeof(void))
            return method.GetCustomAttribute<AsyncStateMachineAttribute>() is null
                ? null
                : "Expected async Task, found async void";
        if (method.ReturnType != typeof(Task) && method.ReturnType != typeof(ValueTask))
            return $"Expected it to return void, Task or ValueTask, found {method.ReturnType.Name}";
        return null;
    }
}
