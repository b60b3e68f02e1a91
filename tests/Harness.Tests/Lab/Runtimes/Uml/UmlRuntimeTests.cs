using Harness.Lab.Runtimes;
using Harness.Lab.Runtimes.Uml;
using Harness.Lab.Runtimes.Uml.Hosting;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes.Uml;

[TestFixture]
public sealed class UmlRuntimeTests : LabRuntimeContract
{
    protected override ILabRuntime Runtime { get; } = new UmlRuntime(TimeProvider.System);

    protected override IReadOnlyList<string> Leftovers(string label)
    {
        var directory = LabDirectory.Of(label, TimeProvider.System).Path;
        return
        [
            .. TaggedProcesses.Of(directory).Select(id => $"process {id}"),
            .. Directory.Exists(directory) ? [directory] : Array.Empty<string>(),
        ];
    }
}
