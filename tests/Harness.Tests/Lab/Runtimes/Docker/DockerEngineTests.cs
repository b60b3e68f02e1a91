using Harness.Lab.Runtimes;
using Harness.Lab.Runtimes.Docker.Engine;
using Harness.Tests.Cli;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes.Docker;

public sealed class DockerEngineTests
{
    [Test]
    public void Where_there_is_no_engine_the_lab_says_so()
    {
        using var directory = new TemporaryDirectory();
        using var engine = new DockerEngine(Path.Combine(directory.Path, "docker.sock"));

        Assert.That(
            async () => await engine.VersionAsync(CancellationToken.None),
            Throws.TypeOf<LabException>().With.Message.StartsWith("docker: no engine answers at its socket"));
    }
}
