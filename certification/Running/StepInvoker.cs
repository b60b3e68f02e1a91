using System.Reflection;
using Harness.Certification.Loading;

namespace Harness.Certification.Running;

/// <summary>Calls binding methods on the scenario's instances.</summary>
internal sealed class StepInvoker(InstanceResolver instances, IReadOnlyList<Transformation> transformations)
{
    private readonly ArgumentConverter _converter = new(transformations);

    public async Task InvokeAsync(StepCall call)
    {
        var parameters = call.Binding.Method.GetParameters();
        var arguments = new List<object?>();
        foreach (var text in call.Texts)
            arguments.Add(await ArgumentAsync(text, parameters[arguments.Count].ParameterType));
        if (call.Table is { } table)
            arguments.Add(await TableAsync(table, parameters[^1].ParameterType));
        else if (call.DocString is { } docString)
            arguments.Add(await ArgumentAsync(new StepText(docString, Type: null), parameters[^1].ParameterType));
        await InvokeAsync(call.Binding.Method, [.. arguments]);
    }

    public Task InvokeAsync(HookBinding hook) => InvokeAsync(hook.Method);

    private async Task<object?> ArgumentAsync(StepText text, Type target) =>
        _converter.TransformationFor(text, target) is { } found
            ? await InvokeAsync(found.Transformation.Method, [.. found.Parts])
            : ArgumentConverter.ByType(text.Type?.Plain(text.Text) ?? text.Text, target);

    private async Task<object?> TableAsync(Bindings.DataTable table, Type target) =>
        _converter.TransformationOfTable(target) is { } found ? await InvokeAsync(found.Method, table) : table;

    private async Task<object?> InvokeAsync(MethodInfo method, params object?[] arguments)
    {
        var instance = method.IsStatic ? null : instances.Get(method.DeclaringType!);
        var result = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (result is ValueTask valueTask)
            result = valueTask.AsTask();
        if (result is not Task task)
            return result;
        await task;
        return method.ReturnType.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
    }
}
