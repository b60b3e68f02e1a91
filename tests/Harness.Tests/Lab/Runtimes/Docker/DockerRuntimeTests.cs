using Harness.Lab.Runtimes;
using Harness.Lab.Runtimes.Docker;
using Harness.Lab.Runtimes.Docker.Engine;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes.Docker;

/// <summary>Needs a Docker engine: <c>tests/run</c> starts one, and leaves the category out where it cannot.</summary>
[TestFixture]
[Category("docker")]
public sealed class DockerRuntimeTests : LabRuntimeContract
{
    protected override ILabRuntime Runtime { get; } = new DockerRuntime(TimeProvider.System);

    protected override IReadOnlyList<string> Leftovers(string label)
    {
        using var engine = new DockerEngine();
        return engine.ListAsync(DockerLab.LabelName, label, CancellationToken.None).GetAwaiter().GetResult();
    }
}
