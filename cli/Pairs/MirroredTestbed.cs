using Harness.Reference.Testbed;

namespace Harness.Cli.Pairs;

/// <summary>
/// What two providers have agreed on, as the other one of them keeps it: the same environments, interconnects and
/// channels (ENV-01), with a guidance and devices of its own.
/// </summary>
internal static class MirroredTestbed
{
    /// <summary>The testbed of a peer.</summary>
    /// <param name="testbed">The testbed of the one provider.</param>
    /// <param name="peer">Id of the other.</param>
    /// <param name="apiUri">Root of the first one's API, as the other reaches it.</param>
    /// <param name="asn">The other's own ASN.</param>
    public static TestbedModel Of(TestbedModel testbed, string peer, Uri apiUri, long asn) => new(
        new TestbedProvider(peer, testbed.FindPeer(peer)?.DisplayName ?? peer),
        [new TestbedPeer(testbed.Provider.Id, testbed.Provider.DisplayName, apiUri)],
        testbed.Accounts,
        [
            .. testbed.Environments.Where(environment => environment.Peer == peer).Select(environment =>
                environment with
                {
                    Peer = testbed.Provider.Id,
                    Interconnects = [.. environment.Interconnects.Select(it => Of(it, peer, asn))],
                }),
        ],
        testbed.KeyLifetime);

    private static TestbedInterconnect Of(TestbedInterconnect interconnect, string peer, long asn) => interconnect with
    {
        Guidance = interconnect.Guidance with { OwnAsn = asn },
        Channels =
        [
            .. interconnect.Channels.Select(channel => channel with { Device = $"{peer}-{channel.Device}" }),
        ],
    };
}
