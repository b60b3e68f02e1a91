using FsCheck;
using FsCheck.Fluent;
using Harness.Protocol.Names;
using NUnit.Framework;

namespace Harness.Tests.Protocol.Names;

public sealed class ResourceNameTests
{
    private const string IdCharacters = "abcXYZ019-_.~";

    private static readonly Gen<string> Ids =
        Gen.Elements(IdCharacters.ToCharArray()).NonEmptyListOf()
            .Select(characters => string.Concat(characters))
            .Where(ResourceName.IsValidId);

    private static readonly Gen<ResourceName> Names =
        from ids in Ids.ArrayOf(5)
        from kind in Gen.Choose(0, 7)
        let environment = new ProviderName(ids[0]).Environment(ids[1])
        let interconnect = environment.Interconnect(ids[2])
        select kind switch
        {
            0 => (ResourceName)new ProviderName(ids[0]),
            1 => environment,
            2 => interconnect,
            3 => interconnect.Channel(ids[3]),
            4 => interconnect.Channel(ids[3]).MacSecKey(ids[4]),
            5 => interconnect.Connection(ids[3]),
            6 => interconnect.Connection(ids[3]).Feature(ids[4]),
            _ => new ProviderName(ids[0]).Issue(ids[1]),
        };

    [Test]
    public void Every_name_is_read_back_as_it_was_written() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Names.ToArbitrary(), name =>
            ResourceName.TryParse(name.ToString(), out var read) && read == name));

    [Test]
    public void A_name_is_its_parents_name_with_a_collection_and_an_id() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Names.ToArbitrary(), name =>
            name.Parent is null
                ? name is ProviderName
                : name.ToString().StartsWith($"{name.Parent}/", StringComparison.Ordinal)
                    && name.ToString().EndsWith($"/{name.Id}", StringComparison.Ordinal)));

    [Test]
    public void A_name_moved_below_another_provider_and_back_is_the_same() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Names.ToArbitrary(), name =>
        {
            var there = new ProviderName("elsewhere");
            var moved = name.Below(there);
            return moved.Root() == there && moved.GetType() == name.GetType() && moved.Below(name.Root()) == name;
        }));

    [Test]
    public void Any_text_is_either_a_name_or_refused_without_an_exception() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            !ResourceName.TryParse(text, out var name) || name.ToString() == text));

    [TestCase("")]
    [TestCase("providers")]
    [TestCase("providers/")]
    [TestCase("/providers/a")]
    [TestCase("providers/a/")]
    [TestCase("Providers/a")]
    [TestCase("providers/a b")]
    [TestCase("providers/..")]
    [TestCase("providers/a/environments")]
    [TestCase("providers/a/environments/e/channels/c")]
    [TestCase("providers/a/environments/e/interconnects/i/connections/c/features/f/x")]
    public void Text_that_is_no_name_is_refused(string text) =>
        Assert.That(ResourceName.TryParse(text, out _), Is.False);

    [Test]
    public void An_id_is_at_most_128_characters_long()
    {
        Assert.That(ResourceName.IsValidId(new string('a', 128)), Is.True);
        Assert.That(ResourceName.IsValidId(new string('a', 129)), Is.False);
    }

    [Test]
    public void A_name_of_another_kind_is_refused_with_what_was_expected_and_found() =>
        Assert.That(
            () => ResourceName.Parse<ChannelName>("providers/a"),
            Throws.InstanceOf<FormatException>()
                .With.Message.Contains("Channel").And.Message.Contains("'providers/a'"));

    [Test]
    public void A_name_lies_below_its_ancestors_and_no_others()
    {
        var feature = new ProviderName("a").Environment("e").Interconnect("i").Connection("c").Feature("f");

        Assert.That(feature.IsAtOrBelow(feature), Is.True);
        Assert.That(feature.IsAtOrBelow(new ProviderName("a").Environment("e")), Is.True);
        Assert.That(feature.IsAtOrBelow(new ProviderName("a").Environment("f")), Is.False);
        Assert.That(feature.Ancestor<ConnectionName>(), Is.EqualTo(feature.Connection));
        Assert.That(feature.Ancestor<ChannelName>(), Is.Null);
    }
}
