using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Harness.Lab.Runtimes.Docker.Engine;

/// <summary>The few calls of the Docker Engine's API that the lab needs, over its Unix socket.</summary>
internal sealed class DockerEngine : IDisposable
{
    public const string Socket = "/var/run/docker.sock";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.General);
    private readonly HttpClient _http;

    public DockerEngine(string socket = Socket) => _http = new HttpClient(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                return new NetworkStream(connection, ownsSocket: true);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        },
    })
    {
        // 1.41 is of Docker 20.10; newer engines know it too.
        BaseAddress = new Uri("http://docker/v1.41/"),
    };

    /// <summary>Says what it is.</summary>
    /// <exception cref="LabException">There is none at the socket.</exception>
    public Task<EngineVersion> VersionAsync(CancellationToken cancellation) =>
        AskAsync<EngineVersion>(HttpMethod.Get, "version", null, cancellation);

    /// <summary>Whether it has an image.</summary>
    public async Task<bool> HasImageAsync(string name, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"images/{name}/json", null, cancellation);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.NotFound => false,
            _ => throw await RefusedAsync(answer, cancellation),
        };
    }

    /// <summary>Creates a container; it does not run yet.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateAsync(ContainerSpec spec, CancellationToken cancellation) =>
        (await AskAsync<CreatedContainer>(
            HttpMethod.Post, "containers/create", JsonContent.Create(spec, options: _json), cancellation)).Id;

    /// <summary>Puts files into a container.</summary>
    /// <param name="id">The container.</param>
    /// <param name="tar">The files, as a tar archive from the root on.</param>
    /// <param name="cancellation">Of the caller.</param>
    public async Task PutAsync(string id, byte[] tar, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(tar);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        await DoAsync(HttpMethod.Put, $"containers/{id}/archive?path=/", content, cancellation);
    }

    /// <summary>Attaches to a container's standard streams.</summary>
    /// <returns>Written to, its input; read, both of its outputs in frames, for <see cref="AttachedOutput"/>.</returns>
    public async Task<Stream> AttachAsync(string id, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"containers/{id}/attach?stream=1&stdin=1&stdout=1&stderr=1");
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.Add(new ProductHeaderValue("tcp"));
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.StatusCode == HttpStatusCode.SwitchingProtocols
            ? await answer.Content.ReadAsStreamAsync(cancellation)
            : throw await RefusedAsync(answer, cancellation);
    }

    /// <summary>Starts a container.</summary>
    public Task StartAsync(string id, CancellationToken cancellation) =>
        DoAsync(HttpMethod.Post, $"containers/{id}/start", null, cancellation);

    /// <summary>Id of a container's first process on the machine.</summary>
    public async Task<int> ProcessIdAsync(string id, CancellationToken cancellation) =>
        (await AskAsync<InspectedContainer>(HttpMethod.Get, $"containers/{id}/json", null, cancellation)).State.Pid;

    /// <summary>Ids of all containers with a label, whatever they do.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string label, string value, CancellationToken cancellation) =>
        [.. (await ListAsync(new() { ["label"] = [$"{label}={value}"] }, cancellation)).Select(one => one.Id)];

    /// <summary>Containers that were created and never started, with a label of any value.</summary>
    public Task<ListedContainer[]> ListNeverStartedAsync(string label, CancellationToken cancellation) =>
        ListAsync(new() { ["label"] = [label], ["status"] = ["created"] }, cancellation);

    /// <summary>Removes a container, running or not; done too when it is gone or going.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellation)
    {
        using var answer = await SendAsync(
            HttpMethod.Delete, $"containers/{id}?force=true&v=true", null, cancellation);
        var goes = answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict;
        if (!answer.IsSuccessStatusCode && !goes)
            throw await RefusedAsync(answer, cancellation);
    }

    public void Dispose() => _http.Dispose();

    private Task<ListedContainer[]> ListAsync(Dictionary<string, string[]> filters, CancellationToken cancellation)
    {
        var only = Uri.EscapeDataString(JsonSerializer.Serialize(filters));
        return AskAsync<ListedContainer[]>(
            HttpMethod.Get, $"containers/json?all=true&filters={only}", null, cancellation);
    }

    private async Task<T> AskAsync<T>(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var answer = await SendAsync(method, path, content, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw await RefusedAsync(answer, cancellation);
        return await answer.Content.ReadFromJsonAsync<T>(_json, cancellation)
            ?? throw new LabException($"docker: {path} answered nothing");
    }

    private async Task DoAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var answer = await SendAsync(method, path, content, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw await RefusedAsync(answer, cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            return await _http.SendAsync(request, cancellation);
        }
        catch (HttpRequestException fault)
        {
            throw new LabException($"docker: no engine answers at its socket: {fault.Message}", fault);
        }
    }

    private static async Task<LabException> RefusedAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return new LabException(
            $"docker: {answer.RequestMessage?.RequestUri?.AbsolutePath}: {(int)answer.StatusCode}: {text.Trim()}");
    }
}
