using System.Text;
using Harness.Lab.Runtimes;
using Harness.Lab.Waiting;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes;

/// <summary>What every runtime promises; one sealed class for each runtime.</summary>
public abstract class LabRuntimeContract
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);
    private static readonly Patience _patience = new(_deadline, TimeSpan.FromMilliseconds(20), TimeProvider.System);
    private IRunningLab? _lab;

    private IRunningLab Lab => _lab!;

    private string Label => $"contract-{Runtime.Name}-{Environment.ProcessId}";

    protected abstract ILabRuntime Runtime { get; }

    /// <summary>What is left on this machine of a lab with that label.</summary>
    protected abstract IReadOnlyList<string> Leftovers(string label);

    [OneTimeSetUp]
    public async Task Bring_a_lab_up() =>
        _lab = await Runtime.UpAsync(ContractPlan.Labelled(Label), new Steps(), CancellationToken.None);

    [OneTimeTearDown]
    public async Task Leave_nothing_behind()
    {
        if (_lab is null)
            return;
        await _lab.DisposeAsync();
        Assert.That(Leftovers(Label), Is.Empty);
    }

    [Test]
    public async Task A_command_answers_with_what_it_wrote_and_its_exit_code()
    {
        var result = await RunAsync(ContractPlan.Left, null, "bash", "-c", "echo to out; echo to err >&2; exit 3");

        Assert.That(result, Is.EqualTo(new CommandResult(3, "to out\n", "to err\n", false)));
    }

    [Test]
    public async Task A_command_reads_its_input_to_the_end()
    {
        var text = string.Concat(Enumerable.Repeat("zwölf Boxkämpfer\n", 2000));

        var result = await RunAsync(ContractPlan.Left, text, "cat");

        Assert.That(result.Output, Is.EqualTo(text));
    }

    [Test]
    public async Task Arguments_reach_the_program_as_they_are()
    {
        var result = await RunAsync(ContractPlan.Left, null, "printf", "%s|", "a b", "$HOME", "", "\"q\"", "ü");

        Assert.That(result.Output, Is.EqualTo("a b|$HOME||\"q\"|ü|"));
    }

    [Test]
    public async Task A_program_that_is_not_there_is_an_exit_code()
    {
        var result = await RunAsync(ContractPlan.Left, null, "no-such-program");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(127));
            Assert.That(result.Error, Does.Contain("no-such-program"));
        });
    }

    [Test]
    public async Task A_command_past_its_deadline_is_killed_with_all_that_it_started()
    {
        var result = await Lab.Node(ContractPlan.Left).RunAsync(
            ["bash", "-c", "echo begun; sleep 1111 & wait"], null, TimeSpan.FromSeconds(2), CancellationToken.None);
        var left = await RunAsync(ContractPlan.Left, null, "pgrep", "-f", "^sleep 1111");

        Assert.Multiple(() =>
        {
            Assert.That(result.TimedOut);
            Assert.That(result.Succeeded, Is.False);
            Assert.That(result.Output, Is.EqualTo("begun\n"));
            Assert.That(left.ExitCode, Is.EqualTo(1), left.Output);
        });
    }

    [Test]
    public async Task Commands_on_one_node_run_side_by_side()
    {
        var waiting = RunAsync(ContractPlan.Left, null, "bash", "-c", "until [ -e /tmp/go ]; do sleep 0.05; done");

        await RunAsync(ContractPlan.Left, null, "touch", "/tmp/go");

        Assert.That((await waiting).Succeeded);
    }

    [Test]
    public async Task Much_output_comes_whole()
    {
        var result = await RunAsync(ContractPlan.Left, null, "seq", "1", "100000");

        Assert.That(result.Output, Is.EqualTo(string.Concat(Enumerable.Range(1, 100_000).Select(n => $"{n}\n"))));
    }

    [Test]
    public async Task A_file_is_read_as_it_was_written()
    {
        var content = new byte[100_000];
        new Random(4711).NextBytes(content);
        var node = Lab.Node(ContractPlan.Left);

        await node.WriteFileAsync("/tmp/below/file", content, CancellationToken.None);

        Assert.That(await node.ReadFileAsync("/tmp/below/file", CancellationToken.None), Is.EqualTo(content));
    }

    [Test]
    public async Task A_file_of_one_node_is_not_in_another()
    {
        await Lab.Node(ContractPlan.Left).WriteFileAsync(
            "/etc/frr/own", Encoding.UTF8.GetBytes("own"), CancellationToken.None);

        Assert.That(
            async () => await Lab.Node(ContractPlan.Right).ReadFileAsync("/etc/frr/own", CancellationToken.None),
            Throws.TypeOf<LabException>().With.Message.Contains("/etc/frr/own"));
    }

    [Test]
    public async Task Every_node_has_its_own_wires_with_the_planned_addresses()
    {
        var left = await RunAsync(ContractPlan.Left, null, "ip", "-br", "link");
        var host = await RunAsync(ContractPlan.Host, null, "ip", "-br", "link");

        Assert.Multiple(() =>
        {
            Assert.That(left.Output, Does.Contain("eth1").And.Contain("02:00:00:00:01:01").And.Not.Contain("eth2"));
            Assert.That(host.Output, Does.Contain("02:00:00:00:03:01").And.Not.Contain("02:00:00:00:01:01"));
        });
    }

    [Test]
    public async Task Packets_cross_the_wires_and_the_router_between_them()
    {
        var route = await RunAsync(ContractPlan.Left, null, "ip", "route", "replace", "10.0.1.0/24", "via", "10.0.0.2");
        var ping = await RunAsync(ContractPlan.Left, null, "ping", "-c", "1", "-w", "20", "10.0.1.2");

        Assert.Multiple(() =>
        {
            Assert.That(route.Succeeded, route.Error);
            Assert.That(ping.Succeeded, ping.Output);
        });
    }

    [Test]
    public async Task Kernel_settings_are_the_node_s_own()
    {
        var router = await RunAsync(ContractPlan.Left, null, "cat", "/proc/sys/net/ipv4/ip_forward");
        var host = await RunAsync(ContractPlan.Host, null, "cat", "/proc/sys/net/ipv4/ip_forward");

        Assert.That((router.Output, host.Output), Is.EqualTo(("1\n", "0\n")));
    }

    [Test]
    public async Task Wires_take_IPv6_addresses_too()
    {
        var added = await RunAsync(ContractPlan.Left, null, "ip", "addr", "add", "fd00::1/64", "dev", "eth1");

        Assert.That(added.Succeeded, added.Error);
    }

    [TestCase(ContractPlan.Left)]
    [TestCase(ContractPlan.Right)]
    public async Task Every_router_has_daemons_of_its_own_that_answer(string name)
    {
        var result = await RunAsync(name, null, "vtysh", "-c", "show running-config");

        Assert.That(result.Output, Does.Contain($"hostname {name}").And.Contain("router bgp 65001"), result.Error);
    }

    [Test]
    public async Task A_process_goes_on_until_it_is_asked_to_stop()
    {
        await using var process = await Lab.Node(ContractPlan.Left).StartAsync(
            ["bash", "-c", "trap 'echo stopped; exit 7' INT; echo ready; while :; do sleep 0.05; done"],
            CancellationToken.None);
        var ready = await Poll.UntilAsync(
            _ => Task.FromResult(process.Output == "ready\n"), _patience, CancellationToken.None);

        var result = await process.StopAsync(_deadline, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(ready);
            Assert.That(result, Is.EqualTo(new CommandResult(7, "ready\nstopped\n", "", false)));
        });
    }

    [Test]
    public async Task A_process_that_is_let_go_of_is_killed()
    {
        var process = await Lab.Node(ContractPlan.Left).StartAsync(["sleep", "2222"], CancellationToken.None);

        await process.DisposeAsync();

        Assert.That((await process.Ended).ExitCode, Is.EqualTo(128 + 9));
    }

    [Test]
    public void A_node_that_is_not_planned_is_refused() =>
        Assert.That(() => Lab.Node("nobody"), Throws.TypeOf<LabException>().With.Message.Contains("nobody"));

    [Test]
    public void A_label_is_used_once() =>
        Assert.That(
            async () => await Runtime.UpAsync(ContractPlan.Labelled(Label), new Steps(), CancellationToken.None),
            Throws.TypeOf<LabException>().With.Message.Contains(Label));

    [Test]
    public async Task Another_lab_lives_beside_this_one_and_goes_by_its_label_alone()
    {
        var label = $"{Label}-b";
        var steps = new Steps();
        var other = await Runtime.UpAsync(ContractPlan.Labelled(label), steps, CancellationToken.None);
        await RunAsync(ContractPlan.Left, null, "touch", "/tmp/mine");
        var seen = await other.Node(ContractPlan.Left).RunAsync(
            ["ls", "/tmp/mine"], null, _deadline, CancellationToken.None);

        var removed = await Runtime.DownAsync(label, CancellationToken.None);
        await other.DisposeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(steps.Seen, Is.Not.Empty);
            Assert.That(seen.Succeeded, Is.False);
            Assert.That(removed, Is.Positive);
            Assert.That(Leftovers(label), Is.Empty);
            Assert.That(Leftovers(Label), Is.Not.Empty);
        });
        Assert.That((await RunAsync(ContractPlan.Left, null, "true")).Succeeded);
    }

    [Test]
    public async Task A_bring_up_that_is_called_off_leaves_nothing_behind()
    {
        var label = $"{Label}-c";
        using var stop = new CancellationTokenSource();
        var steps = new Steps(_ => stop.Cancel());

        Assert.That(
            async () => await Runtime.UpAsync(ContractPlan.Labelled(label), steps, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());

        Assert.That(Leftovers(label), Is.Empty);
        Assert.That(await Runtime.DownAsync(label, CancellationToken.None), Is.Zero);
    }

    [Test]
    public void A_plan_that_cannot_be_built_is_refused_with_every_fault()
    {
        var plan = ContractPlan.Labelled($"{Label}-d") with
        {
            Links = [new(new("nobody", "eth1", "02:00:00:00:01:01"), new(ContractPlan.Left, "eth 1", "02"))],
        };

        Assert.That(
            async () => await Runtime.UpAsync(plan, new Steps(), CancellationToken.None),
            Throws.TypeOf<LabException>().With.Message.Contains("nobody").And.Message.Contains("eth 1"));
    }

    private Task<CommandResult> RunAsync(string node, string? input, params string[] arguments) =>
        Lab.Node(node).RunAsync(arguments, input, _deadline, CancellationToken.None);

    private sealed class Steps(Action<LabProgress>? on = null) : IProgress<LabProgress>
    {
        public List<LabProgress> Seen { get; } = [];

        public void Report(LabProgress value)
        {
            Seen.Add(value);
            on?.Invoke(value);
        }
    }
}
