using Harness.Lab.Runtimes;
using Harness.Lab.Runtimes.Uml;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes.Uml;

[TestFixture]
public sealed class UmlRuntimeTests : LabRuntimeContract
{
    protected override ILabRuntime Runtime { get; } = new UmlRuntime(TimeProvider.System);

    protected override IReadOnlyList<string> Leftovers(string label) => UmlLeftovers.Of(label);
}
