using System.Xml;
using Harness.Certification.Evidence;
using Harness.Certification.Runs;
using NUnit.Framework;

namespace Harness.Tests.Certification.Evidence;

[TestFixture]
public sealed class EvidenceRecorderTests
{
    private static readonly HttpRequestRecord Request = new("GET", "https://t/x", [], null);

    [Test]
    public void The_timeline_is_in_the_order_in_which_exchanges_began()
    {
        var recorder = Recorder();
        var first = recorder.Begin(Direction.ToTarget, "partner", "A", Request);
        var second = recorder.Begin(Direction.FromTarget, "partner", "B", Request);

        second.Complete(200, [], "b");
        first.Complete(409, [], "a");

        var exchanges = recorder.Exchanges();
        Assert.That(exchanges.Select(it => (it.Sequence, it.Operation, it.Response?.Status)), Is.EqualTo([
            (1, "A", (int?)409), (2, "B", (int?)200),
        ]));
        Assert.That(recorder.Latest, Is.EqualTo(2));
    }

    [Test]
    public void An_exchange_that_never_ended_is_on_the_timeline()
    {
        var recorder = Recorder();
        recorder.Begin(Direction.ToTarget, "partner", "A", Request);

        Assert.That(recorder.Exchanges().Single().Fault, Is.EqualTo("no answer before the scenario ended"));
        Assert.That(recorder.Unanswered(Direction.ToTarget), Is.EqualTo(["GET https://t/x"]));
        Assert.That(recorder.Unanswered(Direction.FromTarget), Is.Empty);
    }

    [Test]
    public void An_exchange_ends_once()
    {
        var recorder = Recorder();
        var exchange = recorder.Begin(Direction.ToTarget, "partner", "A", Request);

        exchange.Fail("reset");
        exchange.Complete(200, [], null);

        Assert.That(recorder.Exchanges().Single(), Has
            .Property(nameof(Exchange.Fault)).EqualTo("reset")
            .And.Property(nameof(Exchange.Response)).Null);
    }

    [Test]
    public void A_secret_learnt_late_is_taken_out_of_what_came_before()
    {
        var recorder = Recorder();
        recorder.Note("hunter22");
        recorder.Show(new Figure("hunter22", "<svg>hunter22</svg>", "hunter22"));
        recorder.Begin(
            Direction.ToTarget,
            "partner",
            "A",
            new HttpRequestRecord("GET", "https://t/hunter22", [new Fact("X-A", "hunter22")], "hunter22"))
            .Complete(200, [new Fact("X-B", "hunter22")], "hunter22");
        recorder.Begin(Direction.ToTarget, "partner", "B", Request).Fail("hunter22");

        recorder.Redactor.Learn("hunter22");

        var all = string.Concat(recorder.Exchanges().Select(it =>
            it.Request.Url + it.Request.Body + it.Response?.Body + it.Fault
            + string.Concat(it.Request.Headers) + string.Concat(it.Response?.Headers ?? [])));
        Assert.That(all, Does.Not.Contain("hunter22").And.Contain("[redacted]"));
        Assert.That(recorder.Notes().Single().Text, Is.EqualTo("[redacted]"));
        Assert.That(
            recorder.Figures().Single(), Is.EqualTo(new Figure("[redacted]", "<svg>[redacted]</svg>", "[redacted]")));
    }

    [Test]
    public void A_secret_that_a_picture_has_to_escape_is_taken_out_of_it()
    {
        var recorder = Recorder();
        recorder.Redactor.Learn("hunter<22>&");
        recorder.Show(new Figure("t", "<svg><text>it is hunter&lt;22>&amp;!</text></svg>", "a"));

        Assert.That(recorder.Figures().Single().Svg, Is.EqualTo("<svg><text>it is [redacted]!</text></svg>"));
    }

    [Test]
    public void A_picture_that_is_none_is_refused() =>
        Assert.That(() => Recorder().Show(new Figure("t", "<svg>", "a")), Throws.InstanceOf<XmlException>());

    [Test]
    public void A_long_body_is_cut_after_its_secrets_are_out()
    {
        var recorder = new EvidenceRecorder(
            new Redactor(RedactionRules.Default with { Literals = ["hunter22"] }),
            TimeProvider.System,
            new EvidenceLimits(BodyCharacters: 12));

        recorder.Begin(Direction.ToTarget, "partner", "A", Request).Complete(200, [], "12345678hunter22");

        Assert.That(
            recorder.Exchanges().Single().Response?.Body,
            Is.EqualTo("12345678[red... (6 more characters were not recorded)"));
    }

    [Test]
    public void A_flood_of_exchanges_is_counted_rather_than_kept()
    {
        var recorder = new EvidenceRecorder(
            new Redactor(RedactionRules.Default),
            TimeProvider.System,
            new EvidenceLimits(Exchanges: 2));

        for (var i = 0; i < 5; i++)
            recorder.Begin(Direction.FromTarget, "partner", "A", Request).Complete(200, [], null);

        Assert.That(recorder.Exchanges(), Has.Count.EqualTo(2));
        Assert.That(recorder.Notes().Single().Text, Is.EqualTo("3 further exchanges were not recorded"));
    }

    [Test]
    public void A_file_is_kept_as_it_is_and_its_title_without_secrets()
    {
        var recorder = Recorder();
        recorder.Attach("for hunter22", "a.pcap", "application/octet-stream", new byte[] { 1, 2 });
        recorder.Redactor.Learn("hunter22");

        var kept = recorder.Attachments().Single();

        Assert.That((kept.Title, kept.FileName, kept.Octets), Is.EqualTo(("for [redacted]", "a.pcap", 2)));
        Assert.That(kept.Content?.ToArray(), Is.EqualTo(new byte[] { 1, 2 }));
    }

    [TestCase("../a.pcap")]
    [TestCase("a/b")]
    [TestCase("taken.pcap")]
    public void A_file_with_a_name_that_is_not_plain_or_is_taken_is_refused(string name)
    {
        var recorder = Recorder();
        recorder.Attach("first", "taken.pcap", "application/octet-stream", new byte[1]);

        Assert.That(
            () => recorder.Attach("second", name, "application/octet-stream", new byte[1]),
            Throws.ArgumentException.With.Message.Contains(name));
    }

    [Test]
    public void A_file_beyond_what_a_scenario_may_attach_is_only_noted()
    {
        var recorder = new EvidenceRecorder(
            new Redactor(RedactionRules.Default), TimeProvider.System, new EvidenceLimits(AttachedOctets: 10));
        recorder.Attach("first", "a", "application/octet-stream", new byte[6]);
        recorder.Attach("second", "b", "application/octet-stream", new byte[5]);
        recorder.Attach("third", "c", "application/octet-stream", new byte[4]);

        Assert.That(recorder.Attachments().Select(it => it.FileName), Is.EqualTo(["a", "c"]));
        Assert.That(recorder.Notes().Single().Text, Does.StartWith("second: its 5 octets were not kept"));
    }

    private static EvidenceRecorder Recorder() => new(new Redactor(RedactionRules.Default), TimeProvider.System);
}
