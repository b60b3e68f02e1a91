using NUnit.Framework;

namespace Harness.Tests.Cli.EndToEnd;

/// <summary>A target file that is wrong in one place: nothing runs, and the line says exactly what to mend.</summary>
public sealed class MisdescribedTargetTests
{
    private ServedReference reference = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => reference = await ServedReference.StartAsync("--environments", "2");

    [OneTimeTearDown]
    public async Task StopAsync() => await reference.DisposeAsync();

    [Test]
    public async Task A_right_one_is_ready()
    {
        var result = await Invocation.RunAsync("preflight", "--target", reference.TargetPath);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Output);
            Assert.That(result.Output, Does.Contain(" is ready: harness certify --target "));
        });
    }

    [Test]
    public async Task A_wrong_port()
    {
        var port = BaseUrl().Port;
        await RefusedAsync(reference.Misdescribe($":{port}", ":1"), "baseUrl", "port 1");
    }

    [Test]
    public async Task A_wrong_token()
    {
        var token = Path.Combine(Path.GetDirectoryName(reference.TargetPath)!, "wrong.token");
        await File.WriteAllTextAsync(token, "not-the-token");
        await RefusedAsync(
            reference.Misdescribe("tokenFile: provider-borealis.token", "tokenFile: wrong.token"),
            "authentication",
            "401");
    }

    [Test]
    public async Task A_wrong_authority() => await RefusedAsync(
        reference.Misdescribe("caFile: \"ca.pem\"", "caFile: \"partner.pem\""), "trust", "issued by");

    [Test]
    public async Task A_wrong_provider() =>
        await RefusedAsync(reference.Misdescribe(": aurora", ": aurorra"), "  target:", "aurorra");

    [Test]
    public async Task A_wrong_environment() =>
        await RefusedAsync(reference.Misdescribe("ids: [env-1,", "ids: [env-11,"), "ids:", "env-11");

    [Test]
    public async Task A_wrong_capacity() => await RefusedAsync(
        reference.Misdescribe("maxBandwidthMbps: 10000", "maxBandwidthMbps: 9000"), "maxBandwidthMbps", "10000");

    [Test]
    public async Task A_wrong_hook() => await RefusedAsync(
        reference.Misdescribe("/portal/v1/connections\"", "/portal/v1/conections\""), "http:", "status 404");

    private Uri BaseUrl()
    {
        const string Key = "baseUrl: ";
        var line = File.ReadLines(reference.TargetPath).First(it => it.StartsWith(Key, StringComparison.Ordinal));
        return new Uri(line[Key.Length..].Trim('"'));
    }

    private static async Task RefusedAsync(string target, string words, string found)
    {
        using var directory = new TemporaryDirectory();

        var result = await Invocation.RunAsync("certify", "--target", target, "--output", directory.Path);

        var lines = await File.ReadAllLinesAsync(target);
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Output, Is.Empty);
            Assert.That(result.Error, Does.Contain("expected").And.Contain(found).And.Not.Contain("   at "));
            Assert.That(result.ErrorLines.Select(line => PlaceOf(line, target, lines)), Has.Some.Contains(words));
            Assert.That(Directory.GetFiles(directory.Path), Is.Empty);
        });
    }

    // The line of the target file that a finding points at.
    private static string PlaceOf(string finding, string target, string[] lines)
    {
        Assert.That(finding, Does.StartWith($"{target}:"));
        var number = finding[(target.Length + 1)..].Split(':')[0];
        return lines[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1];
    }
}
