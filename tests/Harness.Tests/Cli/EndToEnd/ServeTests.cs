using System.Text.Json;
using NUnit.Framework;

namespace Harness.Tests.Cli.EndToEnd;

/// <summary>Two processes: one serves the reference, the other certifies it by nothing but its target file.</summary>
public sealed class ServeTests
{
    [Test]
    public async Task A_server_in_another_process_is_certified_by_its_target_file()
    {
        await using var reference = await ServedReference.StartAsync();
        await using var certify = ChildProcess.Start(
            reference.Directory,
            "certify", "--target", "out/reference/target.yaml", "--tags", "@PRV-01 or @KEY-09", "--json");

        var result = await certify.EndAsync();
        var stopped = await reference.StopAsync();

        using var json = JsonDocument.Parse(result.Output);
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(json.RootElement.GetProperty("verdict").GetString(), Is.EqualTo("partialPass"));
            Assert.That(stopped.ExitCode, Is.Zero, stopped.Error);
            Assert.That(stopped.Output, Does.Contain("Stopping"));
        });
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task What_holds_a_secret_is_for_its_owner_only_and_the_log_holds_none()
    {
        await using var reference = await ServedReference.StartAsync();
        await Invocation.RunAsync("preflight", "--target", reference.TargetPath);
        var files = Path.GetDirectoryName(reference.TargetPath)!;
        var secrets = Directory.GetFiles(files, "*.token").Select(File.ReadAllText).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(secrets, Has.Count.EqualTo(4));
            foreach (var file in Directory.GetFiles(files).Where(it => !it.Contains(".db", StringComparison.Ordinal)))
                Assert.That(
                    File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
            var log = File.ReadAllText(Path.Combine(files, "reference.log"));
            Assert.That(log, Is.Not.Empty);
            foreach (var secret in secrets)
                Assert.That(log, Does.Not.Contain(secret.Trim()));
        });
    }

    [TestCase("--listen nonsense", "--listen: expected an address and a port such as 127.0.0.1:8443, found nonsense")]
    [TestCase("--certificate only.pem", "--certificate, --key: expected both or neither, found one")]
    [TestCase("--token borealis", "--token: expected PROVIDER=env:NAME or PROVIDER=file:PATH")]
    [TestCase("--token boralis=env:X", "--token: expected a provider of the testbed, found boralis; "
        + "did you mean \"borealis\"?")]
    [TestCase("--token borealis=env:NOT_SET", "--token: expected a token of printable ASCII characters")]
    [TestCase("--portal-token s3cr3t", "--portal-token: expected env:NAME or file:PATH, where the token is")]
    [TestCase("--testbed missing.yaml", "missing.yaml: expected a readable testbed file: ")]
    [TestCase("--peer-ca missing.pem", "--peer-ca: expected a certificate in PEM, found: ")]
    [TestCase("--clock-start soon", "--clock-start: expected a time such as 2030-01-31T12:00:00Z, found soon")]
    [TestCase("--topology ten", "--topology: expected --network lab with it, found none; give both")]
    [TestCase("--network lab --testbed mine.yaml", "--testbed: expected none with --network lab, where the topology ")]
    [TestCase("--network lab --clock controlled", "--clock: expected none with --network lab, ")]
    [TestCase("--network lab --topology missing.yaml", "missing.yaml:1: file: expected a readable topology file, ")]
    [TestCase("--network lab --listen nonsense", "--listen: expected an address and a port such as ")]
    [TestCase("--clock real --clock-start 2030-01-31T12:00:00Z", "--clock-start: expected a controlled clock")]
    public async Task A_start_that_cannot_be_is_one_line(string line, string expected)
    {
        var result = await Invocation.RunAsync(["serve", .. line.Split(' ')]);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.ErrorLines, Has.Count.EqualTo(1));
            Assert.That(result.Error, Does.StartWith(expected).And.Not.Contain("s3cr3t"));
        });
    }

    [Test]
    public async Task Each_option_that_contradicts_a_lab_is_a_line()
    {
        var result = await Invocation.RunAsync(
            "serve", "--network", "lab", "--partner", "127.0.0.1:1", "--crash-book", "book.txt");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.ErrorLines, Has.Count.EqualTo(2));
            Assert.That(result.ErrorLines[0], Does.StartWith("--partner: expected none with --network lab, "));
            Assert.That(result.ErrorLines[1], Does.StartWith("--crash-book: expected none with --network lab, "));
        });
    }
}
