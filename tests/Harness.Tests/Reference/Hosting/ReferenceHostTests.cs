using Harness.Reference.Clock;
using Harness.Reference.Hosting;
using Harness.Reference.Store.Sqlite;
using Harness.Reference.Testbed;
using Microsoft.AspNetCore.TestHost;
using NUnit.Framework;

namespace Harness.Tests.Reference.Hosting;

public sealed class ReferenceHostTests
{
    [Test]
    public async Task A_testbed_that_breaks_a_MUST_does_not_start_and_the_message_says_what_to_change()
    {
        var fault = await Assert.ThrowsAsync<TestbedException>(() => StartAsync(Bent(
            interconnect => interconnect with { MaxBandwidthMbps = 400_001 })));

        Assert.That(fault!.Message, Does.StartWith("error IXC-02 providers/borealis/environments/env-1"));
    }

    [Test]
    public async Task A_testbed_that_misses_a_SHOULD_starts_and_is_logged()
    {
        var testbed = Bent(interconnect => interconnect with { Channels = [.. interconnect.Channels.Take(2)] });

        await using var reference = await StartAsync(testbed);

        Assert.That(reference.Log.ToString(), Does.Contain("IXC-03").And.Contain("add channels"));
    }

    [Test]
    public async Task What_was_stored_is_there_after_a_restart_and_an_interconnect_keeps_its_state()
    {
        var path = Path.Combine(Path.GetTempPath(), $"reference-{Path.GetRandomFileName()}.db");
        try
        {
            await using (var first = await TestReference.StartAsync(OnFile))
            {
                await first.Borealis.PostJsonAsync(
                    "/providers/borealis/issues?issueId=i1", """{"title":"t","body":"b"}""").AcceptedAsync();
                await first.Portal.PutAsync(
                    "/operator/v1/interconnects",
                    Answers.Body("""{"environment":"env-1","interconnect":"ix1","state":"CLOSED"}""")).AcceptedAsync();
            }

            await using var second = await TestReference.StartAsync(OnFile);
            await second.Borealis.GetJsonAsync("/providers/borealis/issues/i1");
            var interconnect = await second.Borealis.GetJsonAsync($"{TestReference.Env1}/interconnects/ix1");
            Assert.That((string?)interconnect["state"], Is.EqualTo("INTERCONNECT_STATE_CLOSED"));
        }
        finally
        {
            foreach (var suffix in new[] { "", "-wal", "-shm" })
                File.Delete(path + suffix);
        }

        ReferenceOptions OnFile(ReferenceOptions options) => options with { Store = SqliteDialect.File(path) };
    }

    [Test]
    public async Task A_stopped_host_is_stopped_once()
    {
        using var log = new CollectedLog();
        var options = TestReference.Options(new ControllableClock(TestReference.Start), log, null);
        var host = await ReferenceHost.StartAsync(options, CancellationToken.None, server => server.UseTestServer());

        await host.StopAsync();
        await host.StopAsync();
        await host.DisposeAsync();

        Assert.That(log.ToString(), Does.Not.Contain("\"Error\""));
    }

    private static Task<TestReference> StartAsync(TestbedModel testbed) =>
        TestReference.StartAsync(options => options with { Testbed = testbed });

    private static TestbedModel Bent(Func<TestbedInterconnect, TestbedInterconnect> change)
    {
        var testbed = DefaultTestbed.Create(1);
        var environment = testbed.Environments[0];
        environment = environment with { Interconnects = [change(environment.Interconnects[0])] };
        return new TestbedModel(
            testbed.Provider, testbed.Peers, testbed.Accounts, [environment], testbed.KeyLifetime);
    }
}
