using System.Formats.Tar;
using System.IO.Pipelines;
using System.Text;
using Harness.Lab.Runtimes.Agents;
using Harness.Lab.Runtimes.Docker.Engine;

namespace Harness.Lab.Runtimes.Docker;

/// <summary>
/// A container whose first process is an agent. It lives as long as somebody is attached: when this process ends,
/// whatever way, its input ends, the agent with it, and the engine removes it.
/// </summary>
internal sealed class NodeContainer : IAsyncDisposable
{
    private const string Folder = "opt/harness/";
    private readonly Stream _attached;
    private readonly Task _splitting;

    private NodeContainer(string id, Stream attached)
    {
        Id = id;
        _attached = attached;
        var output = new Pipe();
        var error = new Pipe();
        _splitting = AttachedOutput.SplitAsync(attached, output.Writer, error.Writer);
        var log = new LastWords(new StreamReader(error.Reader.AsStream()));
        Console = new AgentConsole(attached, output.Reader.AsStream(), () => log.Tail);
    }

    public string Id { get; }

    public AgentConsole Console { get; }

    /// <summary>Creates it and starts it; done when it runs.</summary>
    public static async Task<NodeContainer> StartAsync(
        DockerEngine engine, ContainerSpec spec, CancellationToken cancellation)
    {
        var id = await engine.CreateAsync(spec, cancellation);
        try
        {
            await engine.PutAsync(id, Scripts(), cancellation);
            var container = new NodeContainer(id, await engine.AttachAsync(id, cancellation));
            try
            {
                await engine.StartAsync(id, cancellation);
                return container;
            }
            catch
            {
                await container.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await engine.RemoveAsync(id, CancellationToken.None);
            throw;
        }
    }

    /// <summary>What such a container runs.</summary>
    public static IReadOnlyList<string> Command { get; } =
        ["/usr/bin/python3", "-ISB", $"/{Folder}{GuestScripts.AgentName}", "container"];

    public async ValueTask DisposeAsync()
    {
        await Console.DisposeAsync();
        await _attached.DisposeAsync();
        await _splitting;
    }

    private static byte[] Scripts()
    {
        using var archive = new MemoryStream();
        using (var tar = new TarWriter(archive, leaveOpen: true))
        {
            foreach (var (name, text) in GuestScripts.Agent)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, Folder + name)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                });
            }
        }

        return archive.ToArray();
    }
}
