using System.Net;
using System.Text.Json.Nodes;
using Harness.Certification.Evidence;
using Harness.Simulator.Calling;
using Harness.Simulator.Journaling;
using Harness.Simulator.Scripts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Harness.Cli.Simulating;

/// <summary>
/// Controls a running partner: its script, gates and journal. Plain HTTP on the loopback address alone, for the
/// person at the desk; nothing that it says is a secret (SEC-05).
/// </summary>
internal sealed class ControlApi : IAsyncDisposable
{
    private static readonly string[] _help =
    [
        "GET /journal?after=N     what crossed the wire after entry N, redacted",
        "GET /gates               the gates: who has come, whether they are open",
        "POST /gates/NAME/release lets everything go that is held at a gate",
        "GET /script              the script in force",
        "PUT /script?NAME=VALUE   puts the script in the body in force, with values of its parameters",
        "POST /script/start       makes the script's own calls",
        "POST /reset              no script, no gates, only the testbed's resources",
    ];

    private readonly WebApplication server;

    private ControlApi(WebApplication server) => this.server = server;

    /// <summary>Where it is reached.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it.</summary>
    /// <exception cref="CannotRunException">The port is not to be had.</exception>
    public static async Task<ControlApi> StartAsync(Stage stage, Redactor redactor, int port, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var control = new ControlApi(builder.Build());
        control.Map(stage, redactor);
        try
        {
            await control.server.StartAsync(stop);
        }
        catch (IOException cause)
        {
            await control.DisposeAsync();
            throw new CannotRunException($"--control: expected port {port} to be free, found: {cause.Message}");
        }

        control.BaseUrl = new Uri(control.server.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return control;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }

    private void Map(Stage stage, Redactor redactor)
    {
        server.MapGet("/", () => Results.Text(string.Join('\n', _help) + "\n"));
        server.MapGet("/journal", (long? after) => Results.Json(
            stage.Partner.Journal.Query.After(after ?? 0).All().Select(entry => Entry(entry, redactor))));
        server.MapGet("/gates", () => Results.Json(stage.Partner.Gates.All
            .Select(gate => new { gate.Name, gate.Arrivals, gate.IsOpen })));
        server.MapPost("/gates/{name}/release", (string name) => Release(stage, name));
        server.MapGet("/script", () => Results.Json(Shown(stage.Script)));
        server.MapPut("/script", (HttpRequest request) => PutAsync(stage, request));
        server.MapPost("/script/start", async () =>
        {
            await stage.StartAsync();
            return Results.NoContent();
        });
        server.MapPost("/reset", () =>
        {
            stage.Reset();
            return Results.NoContent();
        });
    }

    private static object Shown(Script? script) => new { script?.Name, script?.About };

    // A gate is made when it is first mentioned; releasing one that nobody mentioned is a slip of the pen.
    private static IResult Release(Stage stage, string name)
    {
        var gates = stage.Partner.Gates.All;
        if (gates.FirstOrDefault(gate => gate.Name == name) is not { } found)
            return Refuse(404, gates.Count == 0
                ? $"expected a gate that the script mentions, found {name}: it mentions none"
                : $"expected one of the gates {string.Join(", ", gates.Select(gate => gate.Name))}, found {name}");
        found.Release();
        return Results.NoContent();
    }

    private static async Task<IResult> PutAsync(Stage stage, HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var yaml = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        try
        {
            var script = Scripts.Read(yaml, "script", stage.Target.Providers.Target);
            stage.Put(script, request.Query.ToDictionary(pair => pair.Key, pair => $"{pair.Value}"));
            return Results.Json(Shown(script));
        }
        catch (Exception fault) when (fault is CannotRunException or ScriptFaultException)
        {
            return Refuse(400, fault.Message);
        }
    }

    private static IResult Refuse(int status, string detail) => Results.Problem(detail, statusCode: status);

    private static JsonObject Entry(JournalEntry entry, Redactor redactor) => new()
    {
        ["began"] = entry.Began,
        ["ended"] = entry.Ended,
        ["at"] = entry.At.ToString("O"),
        ["milliseconds"] = entry.Duration.TotalMilliseconds,
        ["direction"] = entry.Direction == JournalDirection.FromTarget ? "fromTarget" : "toTarget",
        ["operation"] = entry.Operation?.Id,
        ["method"] = entry.Method,
        ["url"] = redactor.Url(entry.Url),
        ["request"] = entry.Request.Body is { } asked ? redactor.Body(asked) : null,
        ["status"] = entry.Status,
        ["response"] = entry.Response?.Body is { } answered ? redactor.Body(answered) : null,
        ["fault"] = entry.Fault,
    };
}
