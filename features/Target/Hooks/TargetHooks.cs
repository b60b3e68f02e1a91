using System.Text.Json.Nodes;
using Harness.Certification.Verdicts;

namespace Harness.Features.Target.Hooks;

/// <summary>Carries hooks out by the drivers of a target file.</summary>
/// <param name="file">The target file.</param>
/// <param name="http">Carries out HTTP requests.</param>
/// <param name="commands">Carries out commands.</param>
/// <param name="prompts">Carries out prompts.</param>
public sealed class TargetHooks(
    TargetFile file,
    HttpHooks http,
    CommandHooks commands,
    PromptHooks prompts) : ITargetHooks
{
    public bool Has(Hook hook) => file.Hooks.ContainsKey(hook);

    public Task<HookOutcome> RunAsync(
        Hook hook,
        IReadOnlyDictionary<string, JsonNode?> inputs,
        CancellationToken cancellation)
    {
        var definition = HookTable.Of(hook);
        if (!file.Hooks.TryGetValue(hook, out var driver))
            throw new SkipException(
                $"{file.Lines.Source} has no hook {definition.Name}, by which {definition.Purpose}");
        var call = new HookCall(definition, file.Lines.Of(driver.Path), Values(definition, inputs));
        return driver switch
        {
            HookDriver.Http request => http.RunAsync(call, request, cancellation),
            HookDriver.Command command => commands.RunAsync(call, command, cancellation),
            HookDriver.Prompt prompt => prompts.RunAsync(call, prompt, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(hook), driver, "no such driver"),
        };
    }

    private static JsonNode? Valued(HookValue input, IReadOnlyDictionary<string, JsonNode?> inputs)
    {
        if (inputs.TryGetValue(input.Name, out var value))
            return value;
        return !input.Optional
            ? throw new ArgumentException($"the hook needs a value for {input.Name}", nameof(inputs))
            : input.Kind == HookValueKind.Flag ? JsonValue.Create(false) : null;
    }

    private Dictionary<string, JsonNode?> Values(
        HookDefinition definition,
        IReadOnlyDictionary<string, JsonNode?> inputs)
    {
        var values = definition.Inputs.ToDictionary(input => input.Name, input => Valued(input, inputs));
        values["baseUrl"] = file.BaseUrl.AbsoluteUri.TrimEnd('/');
        values["targetProvider"] = file.Providers.Target.Id;
        values["partnerProvider"] = file.Providers.Partner.Provider.Id;
        return values;
    }
}
