using Harness.Lab.Planning;
using Harness.Lab.Runtimes;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes;

public sealed class LabRuntimesTests
{
    private static readonly ILabRuntime _lacking = new Probed("first", new Suitability(false, [], [
        new LabLack("expected a kernel, found none", "apt-get install one")]));

    private static readonly ILabRuntime _poor = new Probed("second", new Suitability(true, [], [
        new LabLack("expected macsec, found none", "another kernel", KernelFeature.MacSec)]));

    private static readonly ILabRuntime _rich = new Probed("third", new Suitability(true, [], []));

    [Test]
    public async Task The_first_usable_one_is_chosen_and_what_it_lacks_is_said()
    {
        var heard = new List<string>();

        var chosen = await LabRuntimes.ChooseAsync([_lacking, _poor, _rich], null, heard.Add, default);

        Assert.That(chosen, Is.SameAs(_poor));
        Assert.That(heard, Is.EqualTo([
            "runtime second: the first that this machine can carry",
            "second: expected macsec, found none: another kernel",
        ]));
    }

    [Test]
    public async Task The_one_that_is_asked_for_is_chosen()
    {
        var heard = new List<string>();

        var chosen = await LabRuntimes.ChooseAsync([_lacking, _poor, _rich], "third", heard.Add, default);

        Assert.That(chosen, Is.SameAs(_rich));
        Assert.That(heard, Is.EqualTo(["runtime third: asked for"]));
    }

    [Test]
    public void Where_none_is_usable_it_is_said_what_to_install() =>
        Assert.That(
            async () => await LabRuntimes.ChooseAsync([_lacking], null, _ => { }, default),
            Throws.TypeOf<LabException>().With.Message.EqualTo(
                "This machine cannot carry a lab.\nfirst: expected a kernel, found none: apt-get install one"));

    [Test]
    public void One_that_is_asked_for_is_not_replaced_by_another() =>
        Assert.That(
            async () => await LabRuntimes.ChooseAsync([_lacking, _rich], "first", _ => { }, default),
            Throws.TypeOf<LabException>());

    private sealed class Probed(string name, Suitability suitability) : ILabRuntime
    {
        public string Name => name;

        public Task<Suitability> ProbeAsync(CancellationToken cancellation) => Task.FromResult(suitability);

        public Task<IRunningLab> UpAsync(
            LabPlan plan, IProgress<LabProgress> progress, CancellationToken cancellation) =>
            throw new NotSupportedException("Only its probe is looked at here");

        public Task<int> DownAsync(string label, CancellationToken cancellation) => Task.FromResult(0);
    }
}
