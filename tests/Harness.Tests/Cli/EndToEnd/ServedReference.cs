using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Harness.Cli.Local;
using Harness.Features.Target.Loading;
using Harness.Protocol.Client;

namespace Harness.Tests.Cli.EndToEnd;

/// <summary>A reference that <c>harness serve</c> runs in a process of its own.</summary>
internal sealed class ServedReference : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly ChildProcess process;

    private ServedReference(params IReadOnlyList<string> arguments)
    {
        var partner = $"127.0.0.1:{FreePort.Find(IPAddress.Loopback)}";
        process = ChildProcess.Start(
            directory.Path, ["serve", "--listen", "127.0.0.1:0", "--partner", partner, .. arguments]);
    }

    /// <summary>Where it was started; its files are below <c>out/reference</c>.</summary>
    public string Directory => directory.Path;

    /// <summary>Path of the target file that it wrote.</summary>
    public string TargetPath => directory[Path.Combine("out", "reference", "target.yaml")];

    public static async Task<ServedReference> StartAsync(params IReadOnlyList<string> arguments)
    {
        var reference = new ServedReference(arguments);
        await reference.process.ReadUntilAsync("Certify it with: harness certify --target out/reference/target.yaml");
        return reference;
    }

    /// <summary>Has a customer ask for a connection at its portal.</summary>
    public async Task<(string Connection, string Key)> IssueKeyAsync()
    {
        var files = Path.GetDirectoryName(TargetPath)!;
        var file = ((TargetLoad.Loaded)TargetLoader.Load(TargetPath, _ => null)).File;
        using var http = new HttpClient(ClientHandlers.Create(
            file.Trust, NoAuthentication.Instance, file.Timeouts.Request));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(file.BaseUrl, "portal/v1/connections"))
        {
            Content = JsonContent.Create(new
            {
                environment = "env-1",
                bandwidthMbps = 100,
                accountId = "customer-1",
                remoteAccountId = "acct-b",
            }),
        };
        var token = (await File.ReadAllTextAsync(Path.Combine(files, "portal.token"))).Trim();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var issued = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        return ((string)issued["connectionId"]!, (string)issued["activationKey"]!);
    }

    /// <summary>Writes a variant of its target file beside it and answers its path.</summary>
    public string Misdescribe(string expected, string replacement, [CallerMemberName] string name = "")
    {
        var yaml = File.ReadAllText(TargetPath);
        if (!yaml.Contains(expected, StringComparison.Ordinal))
            throw new ArgumentException($"the target file does not hold {expected}");
        var path = Path.Combine(Path.GetDirectoryName(TargetPath)!, $"{name}.yaml");
        File.WriteAllText(path, yaml.Replace(expected, replacement, StringComparison.Ordinal));
        return path;
    }

    /// <summary>Stops it as an operator would.</summary>
    public async Task<Invocation> StopAsync()
    {
        await process.AskToStopAsync();
        return await process.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        directory.Dispose();
    }
}
