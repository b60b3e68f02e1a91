using Harness.Cli.Pairs;
using Harness.Reference.Testbed;

namespace Harness.Cli.Life;

/// <summary>What the two providers of a life have agreed on, as each of them keeps it.</summary>
internal static class LifeTestbed
{
    /// <summary>Id of the environment in which the two have no VLAN id in common, so that no feature can be agreed.
    /// </summary>
    public const string Apart = "env-apart";

    private const long SecondAsn = 64_600;

    private static readonly NumberRange FirstVlans = new(1025, 1999);
    private static readonly NumberRange SecondVlans = new(2000, 2999);

    /// <summary>The testbed of the first provider.</summary>
    /// <param name="environments">How many environments of the common kind there are.</param>
    /// <param name="second">Root of the second one's API.</param>
    public static TestbedModel First(int environments, Uri second)
    {
        var whole = DefaultTestbed.Create(environments, second);
        var one = whole.Environments[0];
        var apart = one with { Id = Apart, Interconnects = [one.Interconnects[0]] };
        return With(whole, [.. whole.Environments, InVlans(apart, FirstVlans)]);
    }

    /// <summary>The same as the second provider keeps it.</summary>
    public static TestbedModel Second(TestbedModel first, Uri firstUri)
    {
        var mirrored = MirroredTestbed.Of(first, LifePair.SecondId, firstUri, SecondAsn);
        return With(
            mirrored,
            [.. mirrored.Environments.Select(it => it.Id == Apart ? InVlans(it, SecondVlans) : it)]);
    }

    private static TestbedModel With(TestbedModel testbed, IReadOnlyList<TestbedEnvironment> environments) =>
        new(testbed.Provider, testbed.Peers, testbed.Accounts, environments, testbed.KeyLifetime);

    private static TestbedEnvironment InVlans(TestbedEnvironment environment, NumberRange vlans) => environment with
    {
        Interconnects =
        [
            .. environment.Interconnects.Select(it => it with
            {
                Guidance = it.Guidance with { VlanRanges = [vlans] },
            }),
        ],
    };
}
