using System.Text.Json.Nodes;
using Harness.Features.Target.Hooks;
using Harness.Protocol.Client;

namespace Harness.Tests.Features.Target.Hooks;

/// <summary>The hooks of a sample file, carried out for real.</summary>
internal sealed class HookFixture : IDisposable
{
    private readonly SocketsHttpHandler handler = ClientHandlers.Create(
        new ServerTrust.MachineAuthorities(), NoAuthentication.Instance, TimeSpan.FromSeconds(20));

    private readonly HttpMessageInvoker http;

    /// <param name="hooks">YAML below <c>hooks</c>, in place of the sample's.</param>
    /// <param name="console">Where a person is asked.</param>
    /// <param name="deadline">Of every driver.</param>
    public HookFixture(string hooks, IOperatorConsole? console = null, TimeSpan? deadline = null)
    {
        var head = SampleTarget.Yaml[..SampleTarget.Yaml.IndexOf("hooks:", StringComparison.Ordinal)];
        var file = SampleTarget.Load(head + "hooks:\n" + hooks);
        var limit = deadline ?? TimeSpan.FromSeconds(20);
        http = new HttpMessageInvoker(handler);
        Hooks = new TargetHooks(
            file,
            new HttpHooks((_, actor) => Use(actor), limit, TimeProvider.System),
            new CommandHooks(Notes.Add, limit, TimeProvider.System),
            new PromptHooks(console ?? new NobodyAtTheConsole(), Notes.Add, limit, TimeProvider.System));
    }

    public ITargetHooks Hooks { get; }

    public List<string> Notes { get; } = [];

    public List<string> Actors { get; } = [];

    public Task<HookOutcome> CreateAsync(int mbps = 100) => Hooks.RunAsync(
        Hook.CreateConnection,
        new Dictionary<string, JsonNode?>
        {
            ["environment"] = "env 1",
            ["bandwidthMbps"] = mbps,
            ["accountId"] = "a",
            ["remoteAccountId"] = "b",
        },
        CancellationToken.None);

    public Task<HookOutcome> RunAsync(Hook hook, params (string Name, JsonNode? Value)[] inputs) => Hooks.RunAsync(
        hook, inputs.ToDictionary(input => input.Name, input => input.Value), CancellationToken.None);

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }

    private HttpMessageInvoker Use(string actor)
    {
        Actors.Add(actor);
        return http;
    }
}
