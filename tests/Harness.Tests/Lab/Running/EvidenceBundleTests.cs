using Harness.Lab.Running;
using Harness.Lab.Runtimes;
using Harness.Tests.Cli;
using NUnit.Framework;

namespace Harness.Tests.Lab.Running;

public sealed class EvidenceBundleTests
{
    [Test]
    public async Task Every_node_is_asked_and_routers_for_their_sessions_too()
    {
        var bundle = await EvidenceBundle.CollectAsync(new Answering("router", "host"), ["router"], default);

        Assert.Multiple(() =>
        {
            Assert.That(bundle.Parts.Select(part => part.Node).Distinct(), Is.EqualTo(["router", "host"]));
            Assert.That(
                bundle.Parts.Where(part => part.Command.StartsWith("vtysh")).Select(part => part.Node),
                Is.Not.Empty.And.All.EqualTo("router"));
        });
    }

    [Test]
    public async Task A_node_that_does_not_answer_keeps_no_other_from_telling()
    {
        var bundle = await EvidenceBundle.CollectAsync(new Answering("dead", "host"), [], default);

        Assert.Multiple(() =>
        {
            Assert.That(bundle.Parts.First(part => part.Node == "dead").Text, Is.EqualTo("(dead does not answer)"));
            Assert.That(bundle.Parts.First(part => part.Node == "host").Text, Is.EqualTo("ip -s link\n"));
        });
    }

    [Test]
    public async Task No_command_shows_a_configuration_or_a_key()
    {
        var bundle = await EvidenceBundle.CollectAsync(new Answering("router"), ["router"], default);

        Assert.That(bundle.Parts.Select(part => part.Command), Has.None.Contains("running-config"));
    }

    [Test]
    public async Task It_is_written_as_one_file_for_each_node()
    {
        using var directory = new TemporaryDirectory();
        var bundle = await EvidenceBundle.CollectAsync(new Answering("router", "host"), [], default);

        await bundle.WriteAsync(Path.Combine(directory.Path, "lab"), default);

        var files = Directory.GetFiles(Path.Combine(directory.Path, "lab"));
        Assert.That(files.Select(Path.GetFileName), Is.EquivalentTo(["router.txt", "host.txt"]));
        Assert.That(await File.ReadAllTextAsync(files[0]), Does.StartWith("# ip -s link\nip -s link\n\n# ip addr\n"));
    }

    /// <summary>A lab whose nodes repeat what they are asked.</summary>
    private sealed class Answering(params string[] names) : IRunningLab
    {
        public string Label => "answering";

        public Suitability Suitability { get; } = new(true, [], []);

        public IReadOnlyList<ILabNode> Nodes => [.. names.Select(name => new Echo(name))];

        public ILabNode Node(string name) => Nodes.Single(node => node.Name == name);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Echo(string name) : ILabNode
    {
        public string Name => name;

        public Task<CommandResult> RunAsync(
            IReadOnlyList<string> arguments, string? input, TimeSpan deadline, CancellationToken cancellation) =>
            name == "dead"
                ? throw new LabException("dead does not answer")
                : Task.FromResult(new CommandResult(0, $"{string.Join(' ', arguments)}\n", "", false));

        public Task<ILabProcess> StartAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
            throw new NotSupportedException("Nothing is started here");

        public Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
            throw new NotSupportedException("Nothing is written here");

        public Task<byte[]> ReadFileAsync(string path, CancellationToken cancellation) =>
            throw new NotSupportedException("Nothing is read here");
    }
}
