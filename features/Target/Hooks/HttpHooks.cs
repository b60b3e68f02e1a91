using System.Net.Security;
using System.Text.Json.Nodes;
using Harness.Certification.Verdicts;
using Harness.Protocol.Client;

namespace Harness.Features.Target.Hooks;

/// <summary>Carries hooks out as HTTP requests.</summary>
/// <param name="http">What sends a driver's requests as an actor; a recording one leaves evidence.</param>
/// <param name="deadline">Longest time for one request.</param>
/// <param name="time">Measures the deadline.</param>
public sealed class HttpHooks(
    Func<HookDriver.Http, string, HttpMessageInvoker> http,
    TimeSpan deadline,
    TimeProvider time)
{
    private const int LongestReason = 300;

    public async Task<HookOutcome> RunAsync(HookCall call, HookDriver.Http driver, CancellationToken cancellation)
    {
        var url = UrlOf(call, driver);
        var headers = driver.Headers
            .Select(header => KeyValuePair.Create(header.Key, header.Value.Fill(call.Text)))
            .ToList();
        var root = new Uri(url.GetLeftPart(UriPartial.Authority));
        var client = new CoordinatorClient(
            http(driver, call.Definition.Actor),
            new ClientOptions(root, new FixedHeaders(headers), time) { Deadline = deadline });
        var response = await SendAsync(call, client, driver, url, cancellation);
        if (driver.Expect.Contains(response.Status))
            return call.Read(DocumentOf(driver, response), driver.Outputs);
        if (response.Status is >= 400 and <= 499)
            return Refusal(call, driver, response);
        throw call.Fault(
            response.Status >= 500 ? Blame.Target : Blame.Config,
            $"expected status {string.Join(" or ", driver.Expect)} of {driver.Method} {driver.Url}, "
            + $"found {response.Status}");
    }

    private static Uri UrlOf(HookCall call, HookDriver.Http driver)
    {
        // The base URL is a URL already; every other value is a piece of one.
        var text = driver.Url.Fill(name =>
            name == "baseUrl" ? call.Text(name) : Uri.EscapeDataString(call.Text(name)));
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw call.Fault(Blame.Config, $"expected an http or https URL, found '{driver.Url}'");
    }

    private static async Task<RawResponse> SendAsync(
        HookCall call,
        CoordinatorClient client,
        HookDriver.Http driver,
        Uri url,
        CancellationToken cancellation)
    {
        var body = driver.Body is null ? null : RequestBody.Json(driver.Body.Fill(call.Values));
        try
        {
            return await client.SendAsync(
                new HttpMethod(driver.Method), url.PathAndQuery.TrimStart('/'), body, call.Name, cancellation);
        }
        catch (TransportException fault)
        {
            throw call.Fault(Blame.Target, fault.Message, fault);
        }
    }

    private static JsonNode? DocumentOf(HookDriver.Http driver, RawResponse response) =>
        response.Json() ?? (driver.Outputs.Values.All(path => path.IsWhole) ? JsonValue.Create(response.Text) : null);

    // 401 and 405 speak of the file's credentials and URLs, not of what the customer wants; 403 may speak of either.
    private static HookOutcome.Refused Refusal(HookCall call, HookDriver.Http driver, RawResponse response)
    {
        if (response.Status is 401 or 405)
            throw call.Fault(
                Blame.Config,
                $"expected {driver.Method} {driver.Url} to be allowed, found status {response.Status}; "
                + "mend the method, the URL or the credentials in its headers");
        var reason = Problem.From(response)?.Detail ?? response.Text;
        return new HookOutcome.Refused(
            response.Status, reason.Length <= LongestReason ? reason : reason[..LongestReason]);
    }

    private sealed class FixedHeaders(IReadOnlyList<KeyValuePair<string, string>> headers) : IRequestAuthentication
    {
        public void Configure(SslClientAuthenticationOptions tls)
        {
        }

        public ValueTask AuthenticateAsync(
            HttpRequestMessage request,
            ReadOnlyMemory<byte> body,
            CancellationToken cancellation)
        {
            foreach (var (name, value) in headers)
                if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content is not null)
                {
                    request.Content.Headers.Remove(name);
                    request.Content.Headers.TryAddWithoutValidation(name, value);
                }

            return ValueTask.CompletedTask;
        }
    }
}
