using System.Net;
using Harness.Protocol.Security;
using Harness.Reference.Clock;
using Harness.Reference.Common;
using Harness.Reference.Hosting;
using NUnit.Framework;

namespace Harness.Tests.Reference.Hosting;

public sealed class DrainTests
{
    [Test]
    public async Task A_stopping_server_answers_the_request_under_way_and_takes_no_other()
    {
        using var certificates = LocalCertificates.Create("aurora", TimeProvider.System);
        using var log = new CollectedLog();
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var options = TestReference.Options(new ControllableClock(TestReference.Start), log, null);
        await using var host = await ReferenceHost.StartAsync(
            options with
            {
                Certificate = certificates.Server,
                Rules = options.Rules.Replace(CommonRules.ResourceExists with
                {
                    Decide = _ =>
                    {
                        entered.Set();
                        Assert.That(release.Wait(TimeSpan.FromSeconds(20)), Is.True);
                        return null;
                    },
                }),
            },
            CancellationToken.None);
        var url = host.BaseUrl;
        using var client = Client(certificates);

        var underWay = client.GetAsync(new Uri(url, "/providers/borealis"));
        Assert.That(entered.Wait(TimeSpan.FromSeconds(20)), Is.True);
        var stopped = host.StopAsync();
        release.Set();
        using var answer = await underWay;
        await stopped;

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var late = Client(certificates);
        await Assert.ThatAsync(
            () => late.GetAsync(new Uri(url, "/providers/borealis")), Throws.InstanceOf<HttpRequestException>());
    }

    private static HttpClient Client(LocalCertificates certificates)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, found, _, _) =>
                    found?.GetCertHashString() == certificates.Server.GetCertHashString(),
            },
        });
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestReference.BorealisToken);
        return client;
    }
}
