using NUnit.Framework;

namespace Harness.Tests.Cli;

public sealed class CommandLineTests
{
    [TestCase("certfy", "harness: unknown command certfy; did you mean \"certify\"?")]
    [TestCase("requirements lst", "harness requirements: unknown command lst; did you mean \"list\"?")]
    [TestCase("certify --targt x.yaml", "harness certify: unknown option --targt; did you mean \"--target\"?")]
    [TestCase("certify --only MAC-04 --jason", "harness certify: unknown option --jason; did you mean \"--json\"?")]
    [TestCase("certify --tags --quite", "harness certify: unknown option --quite; did you mean \"--quiet\"?")]
    [TestCase("init --forec", "harness init: unknown option --forec; ")]
    [TestCase("serve --clock=reel", "harness serve: --clock: expected one of controlled, real, found reel; "
        + "did you mean \"real\"?")]
    [TestCase("certify --parallel many", "harness certify: --parallel: expected a whole number from 1 to 64, found m")]
    [TestCase("certify --parallel 0", "harness certify: --parallel: expected a whole number from 1 to 64, found 0")]
    [TestCase("certify --seed -1", "harness certify: --seed: expected a whole number from 0 to 2147483647, found -1")]
    [TestCase("certify extra", "harness certify: unexpected argument extra")]
    [TestCase("preflight", "harness preflight: Option '--target' is required")]
    [TestCase("certify --target", "harness certify: Required argument missing for option: '--target'")]
    [TestCase("requirements", "harness requirements: expected a command: list, coverage")]
    [TestCase("", "harness: expected a command: certify, race, serve, life, simulate, preflight, init, "
        + "report, replay, requirements, efficacy, lab;")]
    [TestCase("lab", "harness lab: expected a command: up, down, graph, export")]
    [TestCase("lab up --runtime vm", "harness lab up: --runtime: expected one of uml, docker, found vm")]
    [TestCase("lab certify --partner nobody", "harness lab certify: --partner: expected one of reference, simulator, ")]
    [TestCase("serve --network lap", "harness serve: --network: expected one of simulated, lab, found lap; did you ")]
    [TestCase("lab export", "harness lab export: expected a command: containerlab, containernet, compose, files")]
    [TestCase("lab export files", "--output: expected a directory, for files are many; found none")]
    [TestCase("lab graph --topology missing.yaml", "missing.yaml:1: file: expected a readable topology file, found ")]
    [TestCase("lab graph --format png", "harness lab graph: --format: expected one of svg, mermaid, found png")]
    public async Task A_wrong_command_line_is_one_line_with_the_nearest_word(string line, string expected)
    {
        var result = await Invocation.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Output, Is.Empty);
            Assert.That(result.ErrorLines, Has.Count.EqualTo(1));
            Assert.That(result.Error, Does.StartWith(expected));
        });
    }

    [TestCase("--only MAC-44", "--only: There is no requirement MAC-44; did you mean \"MAC-04\"?")]
    [TestCase("--tags @maccec", "--tags: Unknown tag @maccec at column 1; did you mean \"@macsec\"?")]
    [TestCase("--tags @macsec)", "--tags: ")]
    [TestCase("--waivers missing.yaml", "missing.yaml: expected a file of waivers, found: ")]
    [TestCase("--target missing.yaml", "missing.yaml:1: expected a readable file, found ")]
    public async Task A_certification_of_something_that_is_not_there_does_not_run(string line, string expected)
    {
        var result = await Invocation.RunAsync(["certify", .. line.Split(' ')]);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Output, Is.Empty);
            Assert.That(result.ErrorLines, Has.Count.EqualTo(1));
            Assert.That(result.Error, Does.StartWith(expected));
        });
    }

    [Test]
    public async Task Every_fault_of_a_target_file_is_told_with_its_line()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("target.yaml", "nmae: x\nbaseUrl: http://x\n");

        var result = await Invocation.RunAsync("certify", "--target", file);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Error, Does.Contain($"{file}:1: ").And.Contain("did you mean name?"));
            Assert.That(result.Error, Does.Contain($"{file}:2: baseUrl: expected an https URL"));
            Assert.That(result.Error, Does.Not.Contain("   at "));
        });
    }

    [Test]
    public async Task A_fault_of_a_waiver_file_is_told_with_its_line()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write(
            "waivers.yaml",
            "waivers:\n  - requirement: MAC-44\n    reason: later\n    expires: 2027-01-31\n");

        var result = await Invocation.RunAsync("certify", "--waivers", file);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Error, Does.StartWith($"{file}:2: There is no requirement MAC-44"));
        });
    }

    [TestCase("--help")]
    [TestCase("certify --help")]
    [TestCase("serve --help")]
    [TestCase("--version")]
    public async Task Help_and_version_are_results(string line)
    {
        var result = await Invocation.RunAsync(line.Split(' '));

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(result.Output, Is.Not.Empty);
            Assert.That(result.Error, Is.Empty);
        });
    }
}
