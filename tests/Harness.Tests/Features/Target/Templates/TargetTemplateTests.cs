using Harness.Features.Target.Hooks;
using Harness.Features.Target.Templates;
using NUnit.Framework;

namespace Harness.Tests.Features.Target.Templates;

public sealed class TargetTemplateTests
{
    [Test]
    public void The_template_loads_as_it_is()
    {
        var file = SampleTarget.Load(TargetTemplate.Yaml());

        Assert.That(file.Hooks.Keys, Is.EquivalentTo(Enum.GetValues<Hook>()));
    }

    [Test]
    public void The_template_explains_every_hook_with_what_goes_in_and_comes_out()
    {
        var yaml = TargetTemplate.Yaml();

        foreach (var definition in HookTable.All)
        {
            Assert.That(yaml, Does.Contain($"# {definition.Name}: "), definition.Name);
            foreach (var input in definition.Inputs)
                Assert.That(yaml, Does.Contain($"#   {{{input.Name}}}: "), definition.Name);
            foreach (var output in definition.Outputs)
                Assert.That(yaml, Does.Contain($"#   brings back {output.Name}"), definition.Name);
        }
    }

    [Test]
    public void Every_line_that_is_commented_out_is_right_too()
    {
        string[] optional =
        [
            "# version:", "  # stranger:", "  #   id: cirrus", "  #   authentication: {bearer: {tokenEnv: STRANGER",
            "  #   environment: env-cirrus", "  # inbound: {tokenEnv: STRANGER", "  # suspended:", "  # full:",
            "  # keyLifetime:", "          # macsecSplit:", "          # rotateKeys:",
        ];
        var yaml = TargetTemplate.Yaml().Replace("INBOUND_TOKEN", "STRANGER_TOKEN", StringComparison.Ordinal);
        foreach (var line in optional)
        {
            Assert.That(yaml, Does.Contain(line));
            yaml = yaml.Replace(line, line.Replace("# ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var file = SampleTarget.Load(yaml);

        Assert.That(file.Providers.Stranger?.Provider.Id, Is.EqualTo("cirrus"));
        Assert.That(file.Partner.InboundToken?.Reveal(), Is.EqualTo("stranger-secret"));
        Assert.That(file.Testbed.Environments[0].Interconnects[0].ForKeys, Is.True);
        Assert.That(file.Accounts.Full, Is.EqualTo("customer-3"));
    }

    [Test]
    public void The_table_of_hooks_is_in_the_order_of_the_hooks() =>
        Assert.That(HookTable.All.Select(definition => definition.Hook), Is.EqualTo(Enum.GetValues<Hook>()));
}
