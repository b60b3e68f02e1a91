using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using Harness.Tests.Cli;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports;

public sealed class AttachmentFilesTests
{
    private static readonly byte[] Content = [0xd4, 0xc3, 0xb2, 0xa1, 0, 255];

    [Test]
    public void An_attachment_lies_where_the_page_links_to()
    {
        using var directory = new TemporaryDirectory();
        var run = RunWith(Sample.Attachment with { Content = Content });

        ReportWriter.WriteAll(run, directory.Path, [ReportFormat.Html]);

        Assert.Multiple(() =>
        {
            Assert.That(
                File.ReadAllBytes(directory["attachments/fail-1-ix1-ch1.pcap"]), Is.EqualTo(Content));
            Assert.That(File.ReadAllText(directory["report.html"]), Does.Contain(
                "<a href=\"attachments/fail-1-ix1-ch1.pcap\" download=\"\">Frames of ix1/ch1</a>"));
        });
    }

    [Test]
    public void It_is_named_in_the_run_and_not_held_by_it()
    {
        var json = Rendered.As(ReportFormat.Json, RunWith(Sample.Attachment with { Content = Content }));

        Assert.That(json, Does.Contain("\"fileName\": \"fail-1-ix1-ch1.pcap\"")
            .And.Contain("\"octets\": 1234567")
            .And.Not.Contain(Convert.ToBase64String(Content))
            .And.Not.Contain("\"content\""));
    }

    [TestCase("../outside")]
    [TestCase("/tmp/outside")]
    [TestCase("a/../../outside")]
    public void A_name_that_leads_elsewhere_is_neither_written_nor_linked_to(string name)
    {
        using var directory = new TemporaryDirectory();
        var run = RunWith(Sample.Attachment with { FileName = name, Content = Content });

        Assert.Multiple(() =>
        {
            Assert.That(
                () => AttachmentFiles.WriteAll(run, directory["out"]),
                Throws.TypeOf<ReportException>().With.Message.Contains(name));
            Assert.That(Directory.GetFileSystemEntries(directory.Path), Is.Empty);
            Assert.That(Rendered.As(ReportFormat.Html, run), Does.Contain(name).And.Not.Contain("<a href=\"attach"));
        });
    }

    [Test]
    public void Reports_that_are_rebuilt_elsewhere_take_along_what_is_still_there()
    {
        using var directory = new TemporaryDirectory();
        AttachmentFiles.WriteAll(RunWith(Sample.Attachment with { Content = Content }), directory["from"]);
        var read = RunWith(
            Sample.Attachment,
            Sample.Attachment with { FileName = "gone.pcap" },
            Sample.Attachment with { FileName = "../from/attachments/fail-1-ix1-ch1.pcap" });

        AttachmentFiles.CopyAll(read, directory["from"], directory["to"]);

        var copied = Directory.GetFiles(directory["to"], "*", SearchOption.AllDirectories);
        Assert.That(copied, Is.EqualTo([directory["to/attachments/fail-1-ix1-ch1.pcap"]]));
        Assert.That(File.ReadAllBytes(copied[0]), Is.EqualTo(Content));
    }

    [Test]
    public void A_run_without_any_leaves_not_even_a_directory()
    {
        using var directory = new TemporaryDirectory();

        Assert.That(AttachmentFiles.WriteAll(SampleRuns.Certified(), directory.Path), Is.Empty);
        Assert.That(directory["attachments"], Does.Not.Exist);
    }

    private static Run RunWith(params Attachment[] attachments) =>
        Sample.Run([], Sample.Scenario("fail:1", Verdict.Pass) with { Attachments = attachments });
}
