using Harness.Certification.Bundles;
using Harness.Certification.Runs;
using Harness.Tests.Certification.Reports;
using NUnit.Framework;

namespace Harness.Tests.Certification.Bundles;

public sealed class BundleTextTests
{
    [Test]
    public void It_says_what_was_expected_found_and_of_whom()
    {
        var text = Of(SampleRuns.NotConformant(), "fail:1");

        Assert.That(text, Does.StartWith(
            """
            failed  The scenario fail:1
              COM-02    What COM-02 asks for, in one sentence.
              at        fail:1
              target    Aurora Coordinator at https://127.0.0.1:8443/v1, version 2.4.1
              run by    harness 0.1.0 on 2026-03-14 09:26:53 UTC, seed 4711, slot 0
              message   The second answer differs from the first.
              expected  status 200 and the same connection
              found     status 409
            """));
    }

    [Test]
    public void Both_directions_and_what_happened_besides_are_on_one_timeline()
    {
        var run = SampleRuns.NotConformant();

        var lines = Of(run, "calls:1").Split('\n').SkipWhile(line => !line.StartsWith("timeline")).Skip(1).ToList();

        Assert.That(lines, Is.EqualTo(
        [
            "  passed  Given an environment with an interconnect",
            "      10.0    1 customer -> target  POST "
                + "providers/borealis/environments/env-1/connections?connectionId=c1",
            "      18.0    1 target -> customer  200, after 8 ms",
            "      20.0    2 partner -> target  POST "
                + "providers/borealis/environments/env-1/connections?connectionId=c2",
            "  passed  When the partner sends the same request again",
            "      25.0  The clock was advanced by 7199 s.",
            "      28.0    2 target -> partner  200, after 8 ms",
            "      30.0    3 partner -> target  POST "
                + "providers/borealis/environments/env-1/connections?connectionId=c3",
            "      40.0    4 target -> partner  POST "
                + "providers/borealis/environments/env-1/connections?connectionId=c4",
            "      48.0    4 partner -> target  200, after 8 ms",
            "      70.0    3 target -> partner  200, after 40 ms",
        ]));
    }

    [Test]
    public void The_exchange_that_shows_it_and_the_figures_are_told_in_full()
    {
        var text = Of(SampleRuns.NotConformant(), "fail:1");

        Assert.That(text, Does.Contain("shown by exchange 2:").And.Contain("""{"bandwidthMbps":1000"""));
        Assert.That(text, Does.EndWith(
            "figure: Two lanes\n    A and B were under way at once.\n"
            + "beside the reports: attachments/fail-1-ix1-ch1.pcap (Frames of ix1/ch1)"));
    }

    [Test]
    public void No_exchange_is_left_out_of_a_long_timeline()
    {
        var run = SampleRuns.Large(scenarios: 50, exchanges: 200, bodyLength: 18);

        var text = Of(run, "large:50");

        Assert.That(text, Does.Contain(" 100 partner -> target").And.Not.Contain("not drawn"));
    }

    [Test]
    public void What_a_target_sent_does_not_steer_the_terminal() =>
        Assert.That(Of(Rendered.HostileRun(), "fail:1"), Does.Not.Contain('\u001B').And.Not.Contain('\u202E'));

    private static string Of(Run run, string id) => string.Join('\n', BundleText.Of(
        FailureBundle.Of(run, run.Scenarios.Single(scenario => scenario.Id == id))));
}
