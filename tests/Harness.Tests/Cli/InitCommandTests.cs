using NUnit.Framework;

namespace Harness.Tests.Cli;

public sealed class InitCommandTests
{
    [Test]
    public async Task A_commented_target_file_is_written()
    {
        using var directory = new TemporaryDirectory();

        var result = await Invocation.RunAsync("init", directory["mine.yaml"]);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(File.ReadAllText(directory["mine.yaml"]), Does.Contain("baseUrl:").And.Contain("# "));
            Assert.That(result.Output, Does.Contain($"harness preflight --target {directory["mine.yaml"]}"));
        });
    }

    [Test]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("target.yaml", "precious");

        var result = await Invocation.RunAsync("init", file);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Error.TrimEnd(), Is.EqualTo(
                $"{file}: expected no file, found one; remove it or name another one"));
            Assert.That(File.ReadAllText(file), Is.EqualTo("precious"));
        });
    }

    [Test]
    public async Task A_file_that_cannot_be_written_is_told()
    {
        using var directory = new TemporaryDirectory();
        var file = directory[Path.Combine("no", "such", "directory.yaml")];

        var result = await Invocation.RunAsync("init", file);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Error, Does.StartWith($"{file}: expected a file that can be written, found: "));
        });
    }
}
