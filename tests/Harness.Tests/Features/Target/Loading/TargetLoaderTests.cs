using Harness.Features.Target;
using Harness.Features.Target.Hooks;
using Harness.Features.Target.Loading;
using Harness.Protocol.Client;
using Harness.Protocol.Resources;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Loading;

public sealed class TargetLoaderTests
{
    [Test]
    public void A_whole_file_is_read()
    {
        var file = SampleTarget.Load(SampleTarget.Yaml);

        Assert.That(file.Name, Is.EqualTo("sample"));
        Assert.That(file.BaseUrl, Is.EqualTo(new Uri("https://127.0.0.1:1/api")));
        Assert.That(file.Providers.Target.Id, Is.EqualTo("aurora"));
        Assert.That(file.Providers.Partner.Token?.Reveal(), Is.EqualTo("partner-secret"));
        Assert.That(file.Testbed.Environments.Select(environment => environment.Id),
            Is.EqualTo(new[] { "env-1", "env-2" }));
        Assert.That(file.Testbed.Environments[1].Interconnects[0].State, Is.EqualTo(InterconnectState.Active));
        Assert.That(file.Testbed.Environments[0].Interconnects[0].Channels[1].MacsecManager, Is.EqualTo("aurora"));
        Assert.That(file.Clock, Is.EqualTo(new ClockSettings(TimeMode.Controlled, TimeSpan.FromHours(24))));
        Assert.That(file.Timeouts.Request, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(file.Timeouts.Settle, Is.EqualTo(TimeoutSettings.Default.Settle));
        Assert.That(file.Hooks.Keys, Is.EqualTo(new[] { Hook.CreateConnection }));
    }

    [Test]
    public void Every_secret_is_known_and_none_is_shown()
    {
        var file = SampleTarget.Load(SampleTarget.Yaml);

        Assert.That(file.Secrets.Select(secret => secret.Reveal()),
            Is.EquivalentTo(new[] { "partner-secret", "portal-secret" }));
        Assert.That($"{file} {file.Providers} {file.Hooks[Hook.CreateConnection]} {file.Secrets[0]}",
            Does.Not.Contain("partner-secret").And.Not.Contain("portal-secret"));
    }

    [Test]
    public void A_value_is_found_by_its_line()
    {
        var file = SampleTarget.Load(SampleTarget.Yaml);
        var interconnect = file.Testbed.Environments[1].Interconnects[0];

        Assert.That(file.Lines.LineOf($"{interconnect.Path}.maxBandwidthMbps"),
            Is.EqualTo(SampleTarget.LineOf(SampleTarget.Yaml, "maxBandwidthMbps")));
        Assert.That(file.Lines.Of(file.Hooks[Hook.CreateConnection].Path),
            Is.EqualTo($"target.yaml:{SampleTarget.LineOf(SampleTarget.Yaml, "createConnection") + 1}"));
    }

    [TestCase("", 60)]
    [TestCase("negotiation: 7s, ", 7)]
    public void How_long_a_negotiation_is_tried_is_the_files_to_say(string said, int seconds) => Assert.That(
        SampleTarget.Load(SampleTarget.Yaml.Replace("timeouts: {", "timeouts: {" + said)).Timeouts.Negotiation,
        Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public void A_spare_environment_is_kept_apart()
    {
        var file = SampleTarget.Load(SampleTarget.With("testbed:\n", "testbed:\n  spareEnvironment: env-1\n"));

        Assert.That(file.Testbed.Spare?.Id, Is.EqualTo("env-1"));
        Assert.That(file.Testbed.Environments.Select(environment => environment.Id), Is.EqualTo(new[] { "env-2" }));
    }

    [Test]
    public void An_environment_that_defers_is_kept_apart_with_its_time_out()
    {
        var file = SampleTarget.Load(Deferring("defer: true, deferralTimeoutHours: 12"));

        Assert.That(file.Testbed.Deferring?.Id, Is.EqualTo("env-late"));
        Assert.That(file.Testbed.Deferring?.DeferralTimeout, Is.EqualTo(TimeSpan.FromHours(12)));
        Assert.That(file.Testbed.Environments.Select(environment => environment.Id), Does.Not.Contain("env-late"));
        Assert.That(file.Testbed.All.Select(environment => environment.Id), Does.Contain("env-late"));
    }

    [TestCase("defer: true", "the hours after which a deferral is rolled back")]
    [TestCase("deferralTimeoutHours: 12", "true beside deferralTimeoutHours")]
    [TestCase("defer: true, deferralTimeoutHours: 0", "deferralTimeoutHours")]
    public void A_deferral_without_its_time_out_or_a_time_out_without_one_is_refused(string keys, string words) =>
        Assert.That(SampleTarget.Faults(Deferring(keys)), Has.Some.Contains(words));

    [Test]
    public void A_testbed_in_which_everything_is_deferred_is_refused() => Assert.That(
        SampleTarget.Faults(SampleTarget.With(
            "- ids: [env-1, env-2]\n", "- ids: [env-1]\n      defer: true\n      deferralTimeoutHours: 12\n")),
        Has.Some.Contains("one environment at most with defer"));

    [TestCase("trust: system", "trst: system", "trst: system", "did you mean trust?")]
    [TestCase("createConnection:", "createConection:", "createConection", "did you mean createConnection?")]
    [TestCase("maxBandwidthMbps: 1000", "maxBandwithMbps: 1000", "maxBandwithMbps", "did you mean maxBandwidthMbps?")]
    [TestCase("mode: controlled", "mode: controled", "mode: controled", "did you mean controlled?")]
    [TestCase("macsecManager: aurora", "macsecManager: aurorra", "aurorra", "did you mean aurora?")]
    [TestCase("\"{environment}\"", "\"{enviroment}\"", "{enviroment}", "did you mean environment?")]
    [TestCase("method: POST", "method: POSTT", "POSTT", "did you mean POST?")]
    [TestCase("trust: system", "trust: sytem", "sytem", "did you mean system?")]
    [TestCase("{bearer: {tokenEnv: PARTNER_TOKEN}}", "non", "non", "did you mean none?")]
    public void A_mistyped_word_is_named_with_its_line_and_the_nearest_one(
        string old, string replacement, string place, string hint)
    {
        var yaml = SampleTarget.With(old, replacement);

        Assert.That(SampleTarget.Faults(yaml), Has.Some.Contains(hint)
            .And.StartsWith($"target.yaml:{SampleTarget.LineOf(yaml, place)}:"));
    }

    [TestCase("name: sample\n", "", "name: expected the target's name")]
    [TestCase("https://", "http://", "baseUrl: expected an https URL")]
    [TestCase("PARTNER_TOKEN", "NO_TOKEN", "expected the environment variable NO_TOKEN to be set")]
    [TestCase("tokenEnv: PARTNER_TOKEN", "tokenFile: no/such/file", "no/such/file")]
    [TestCase("tokenEnv: PARTNER_TOKEN", "token: hush", "either tokenEnv or tokenFile")]
    [TestCase("trust: system", "trust: {caFile: nowhere.pem}", "nowhere.pem")]
    [TestCase("trust: system", "trust: {sha256: abc}", "64 hex digits")]
    [TestCase("partner: borealis", "partner: aurora", "another provider than the target")]
    [TestCase("target: aurora", "target: \"a b\"", "providers.target: expected an id")]
    [TestCase("keyLifetime: 24h", "keyLifetime: 24", "a duration such as")]
    [TestCase("sizesMbps: [50, 100]", "sizesMbps: []", "an empty list")]
    [TestCase("sizesMbps: [50, 100]", "sizesMbps: [50, many]", "'many'")]
    [TestCase("maxBandwidthMbps: 1000", "maxBandwidthMbps: -1", "'-1'")]
    [TestCase("ids: [env-1, env-2]", "ids: [env-1, env-1]", "'env-1' twice")]
    [TestCase("{id: ch2,", "{id: ch1,", "'ch1' twice")]
    [TestCase("activationKey: $.key", "activationKey: key", "a JSON path such as")]
    [TestCase(", activationKey: $.key", "", "activationKey: a JSON path")]
    [TestCase("method: POST\n", "method: POST\n      expect: [404]\n", "a whole number from 200 to 399")]
    [TestCase("testbed:\n", "testbed:\n  spareEnvironment: env-9\n", "the id of one of the environments")]
    [TestCase("providers:", "provider:", "'provider'")]
    public void What_is_wrong_is_said(string old, string replacement, string words)
    {
        var faults = SampleTarget.Faults(SampleTarget.With(old, replacement));

        Assert.That(faults, Has.Some.Contains(words));
        Assert.That(faults, Has.None.Contains("hush"));
    }

    [TestCase("target: aurora", "target: auroro", "providers.target", "auroro", "aurora")]
    [TestCase("partner: borealis", "partner: boreal", "providers.partner", "boreal", "borealis")]
    public void A_provider_that_the_channels_contradict_is_said_once_with_its_own_line(
        string old, string replacement, string path, string id, string managers)
    {
        const string Second = "- {id: ch2,";
        const string Further = "- {id: ch7, macsecManager: borealis}\n            - {id: ch8, macsecManager: aurora}";
        var yaml = SampleTarget.With(Second, $"{Further}\n            {Second}").Replace(old, replacement);

        Assert.That(SampleTarget.Faults(yaml), Is.EqualTo(new[]
        {
            $"target.yaml:{SampleTarget.LineOf(yaml, replacement)}: {path}: expected the id that channels name as " +
            $"their manager, {managers}, found '{id}', which no channel names; " +
            "mend it, or the macsecManager of 2 channels",
        }));
    }

    [Test]
    public void Everything_wrong_is_found_in_one_look()
    {
        var yaml = SampleTarget.With("name: sample", "nam: sample")
            .Replace("mode: controlled", "mode: never", StringComparison.Ordinal)
            .Replace("id: ix1", "id: \"\"", StringComparison.Ordinal);

        var faults = SampleTarget.Faults(yaml);

        Assert.That(faults, Has.Some.Contains("'nam'").And.Some.Contains("'never'").And.Some.Contains("interconnects"));
    }

    [TestCase("a: [1", "well-formed YAML")]
    [TestCase("- a", "one YAML mapping")]
    [TestCase("", "one YAML mapping")]
    [TestCase("a: 1\na: 2", "well-formed YAML")]
    public void What_is_no_mapping_is_refused(string yaml, string words) =>
        Assert.That(SampleTarget.Faults(yaml), Has.Exactly(1).Contains(words));

    [Test]
    public void A_file_that_is_not_there_is_named()
    {
        var load = TargetLoader.Load("/no/such/target.yaml", SampleTarget.Variable);

        Assert.That($"{load}", Does.StartWith("/no/such/target.yaml:1:").And.Contain("a readable file"));
    }

    [Test]
    public void A_pinned_certificate_and_no_proof_are_read()
    {
        var print = string.Join(':', Enumerable.Repeat("ab", 32));
        var file = SampleTarget.Load(SampleTarget.With("trust: system", $"trust: {{sha256: \"{print}\"}}")
            .Replace("{bearer: {tokenEnv: PARTNER_TOKEN}}", "none", StringComparison.Ordinal));

        Assert.That((file.Trust as ServerTrust.Pinned)?.Sha256, Is.EqualTo(string.Concat(Enumerable.Repeat("ab", 32))));
        Assert.That(file.Providers.Partner.Authentication, Is.InstanceOf<NoAuthentication>());
    }

    [Test]
    public void A_hook_has_one_driver()
    {
        var both = SampleTarget.With(
            "  createConnection:\n", "  createConnection:\n    prompt: {text: x, fields: [connectionId]}\n");

        Assert.That(SampleTarget.Faults(both), Has.Some.Contains("one of the keys http, command, prompt"));
    }

    [Test]
    public void A_prompt_asks_for_every_output_that_is_needed()
    {
        var yaml = SampleTarget.Yaml + "\n" + """
              scheduleMaintenance:
                prompt: {text: "maintain {channel}"}
            """;

        Assert.That(SampleTarget.Faults(yaml), Has.Exactly(1).Contains("maintenanceId"));
    }

    private static string Deferring(string keys) => SampleTarget.With(
        "  environments:\n",
        "  environments:\n    - {id: env-late, " + keys + ", interconnects: [{id: ix1, maxBandwidthMbps: 100, "
        + "sizesMbps: [50], channels: [{id: ch1, macsecManager: borealis}]}]}\n");
}
